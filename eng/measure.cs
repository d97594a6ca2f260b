// Measures whole processes as ratios against a peer, in turn, in the same minutes. Prints medians; judges nothing.
//
//   dotnet run -c Release eng/measure.cs -- build     no-op build of the gated sample against the same build with the gate off
//   dotnet run -c Release eng/measure.cs -- status [mlgate.dll]   mlgate status in an unchanged repository of 10,000 tracked files
//   dotnet run -c Release eng/measure.cs -- gate      the sample's gate: warm cache, one retrained model
//
// Needs what `dotnet run eng/try.cs` has packed and restored. Hashing, profiles and statistics are measured by tests/MlGate.Benchmarks.
using System.Diagnostics;
using System.Globalization;

var root = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
var scratch = Directory.CreateTempSubdirectory("mlgate-measure-").FullName;

// The tool that people install is compiled ahead; the worker of a build is not.
var worker =
    args.Length > 1
        ? Path.GetFullPath(args[1])
        : Path.Combine(root, "artifacts", "sample-packages", "mlgate", "0.1.0", "tools", "net10.0", "mlgate.dll");
var sample = Path.Combine(root, "samples", "churn");
try
{
    switch (args.FirstOrDefault())
    {
        case "build":
            MeasureBuild();
            break;
        case "status":
            MeasureStatus();
            break;
        case "gate":
            MeasureGate();
            break;
        default:
            Console.Error.WriteLine("Usage: dotnet run -c Release eng/measure.cs -- build | status | gate");
            return 3;
    }
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

return 0;

void MeasureBuild()
{
    // Two projects: turning the gate off in one and the same project makes the SDK delete the stamp.
    var gated = CopySample("gated");
    var ungated = CopySample("ungated");
    string[] build = ["build", "Service", "--nologo", "-v:q"];
    Time(gated, "dotnet", build, show: true);
    Time(ungated, "dotnet", [.. build, "-p:MlGateEnabled=false"]);
    Compare(
        20,
        "no-op build, gated / ungated",
        () => Time(gated, "dotnet", [.. build, "--no-restore"]),
        () => Time(ungated, "dotnet", [.. build, "--no-restore", "-p:MlGateEnabled=false"])
    );
}

void MeasureStatus()
{
    var copy = CopySample();
    for (var folder = 0; folder < 100; folder++)
    {
        Directory.CreateDirectory(Path.Combine(copy, "many", $"{folder:D2}"));
        for (var file = 0; file < 100; file++)
        {
            File.WriteAllText(Path.Combine(copy, "many", $"{folder:D2}", $"{file:D2}.txt"), $"{folder} {file}\n");
        }
    }

    Git(copy, "add", "--all");
    Git(copy, "commit", "--quiet", "--message", "ten thousand files");
    Time(copy, "dotnet", ["exec", worker, "status"]);
    Alone(20, "mlgate status, 10,000 tracked files", () => Time(copy, "dotnet", ["exec", worker, "status"]));
}

void MeasureGate()
{
    var copy = CopySample();
    File.WriteAllText(
        Path.Combine(copy, "Trainer", "settings.json"),
        """{ "rows": 1.0, "trees": 100, "leaves": 4, "learningRate": 0.1 }"""
    );
    Time(copy, "dotnet", ["exec", worker, "check"]);
    Time(copy, "dotnet", ["exec", worker, "train"]);
    Alone(1, "the sample's gate, warm cache, one retrained model: first check of it", () =>
        Time(copy, "dotnet", ["exec", worker, "check"])
    );
    Alone(5, "the sample's gate once more", () => Time(copy, "dotnet", ["exec", worker, "check"]));
}

string CopySample(string into = "sample")
{
    var copy = Path.Combine(scratch, into);
    foreach (var name in Output(sample, "git", "ls-files").Split('\n', StringSplitOptions.RemoveEmptyEntries))
    {
        var target = Path.Combine(copy, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(sample, name), target);
    }

    var config = Path.Combine(copy, "NuGet.config");
    File.WriteAllText(config, File.ReadAllText(config).Replace("../../artifacts/", Path.Combine(root, "artifacts") + "/"));
    Git(copy, "init", "--quiet", "--initial-branch=main");
    Git(copy, "add", "--all");
    Git(copy, "commit", "--quiet", "--message", "the sample");
    return copy;
}

void Git(string folder, params string[] arguments) =>
    Time(folder, "git", ["-c", "user.name=MlGate", "-c", "user.email=mlgate@example.invalid", .. arguments]);

static void Compare(int runs, string what, Func<double> one, Func<double> other)
{
    var pairs = Enumerable.Range(0, runs).Select(_ => (One: one(), Other: other())).ToList();
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {Median(pairs.Select(pair => pair.One)):F3} s / {Median(pairs.Select(pair => pair.Other)):F3} s, ratio "
                + $"{Median(pairs.Select(pair => pair.One / pair.Other)):F3} (median of {runs} pairs; "
                + $"{pairs.Min(pair => pair.One / pair.Other):F3} to {pairs.Max(pair => pair.One / pair.Other):F3})"
        )
    );
}

static void Alone(int runs, string what, Func<double> one)
{
    var times = Enumerable.Range(0, runs).Select(_ => one()).ToList();
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {Median(times):F3} s (median of {runs}; {times.Min():F3} to {times.Max():F3})"
        )
    );
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}

static double Time(string folder, string program, string[] arguments, bool show = false)
{
    var start = new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = !show,
        RedirectStandardError = !show,
    };
    var watch = Stopwatch.StartNew();
    using var process = Process.Start(start)!;
    if (!show)
    {
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    process.WaitForExit();
    return watch.Elapsed.TotalSeconds;
}

static string Output(string folder, string program, params string[] arguments)
{
    using var process = Process.Start(
        new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true }
    )!;
    var text = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return text;
}
