// Measures whole processes as ratios against a peer, in turn, in the same minutes. Prints medians; judges nothing.
//
//   dotnet run -c Release eng/measure.cs -- build     no-op build of the gated sample against the same build with the gate off
//   dotnet run -c Release eng/measure.cs -- status    mlgate status in an unchanged repository of 10,000 tracked files
//   dotnet run -c Release eng/measure.cs -- gate      the sample's gate: warm cache, one retrained model
//   dotnet run -c Release eng/measure.cs -- hash      both digests of 2 GiB, and of 10,000 small files, against git and openssl
//   dotnet run -c Release eng/measure.cs -- profile   10 million rows of CSV against pandas (needs python3-pandas)
//
// Needs what `dotnet run eng/try.cs` has packed and restored, and `dotnet build -c Release tests/MlGate.Benchmarks`.
using System.Diagnostics;
using System.Globalization;

var root = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
var scratch = Directory.CreateTempSubdirectory("mlgate-measure-").FullName;
var worker = Path.Combine(root, "artifacts", "sample-packages", "mlgate", "0.1.0", "tools", "net10.0", "mlgate.dll");
var benchmarks = Path.Combine(root, "tests", "MlGate.Benchmarks", "bin", "Release", "net10.0", "MlGate.Benchmarks.dll");
var sample = Path.Combine(root, "samples", "churn");
try
{
    switch (args.FirstOrDefault())
    {
        case "build": MeasureBuild(); break;
        case "status": MeasureStatus(); break;
        case "gate": MeasureGate(); break;
        case "hash": MeasureHash(); break;
        case "profile": MeasureProfile(); break;
        default: Console.Error.WriteLine("Usage: dotnet run -c Release eng/measure.cs -- build | status | gate | hash | profile"); return 3;
    }
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

return 0;

void MeasureBuild()
{
    string[] gated = ["build", Path.Combine(sample, "Service"), "--no-restore", "--nologo", "-v:q"];
    string[] ungated = [.. gated, "-p:MlGateEnabled=false"];
    Time(sample, "dotnet", gated);
    Compare(20, "no-op build, gated / ungated", () => Time(sample, "dotnet", gated), () => Time(sample, "dotnet", ungated));
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
    File.WriteAllText(Path.Combine(copy, "Trainer", "settings.json"), """{ "rows": 1.0, "trees": 100, "leaves": 4, "learningRate": 0.1 }""");
    Time(copy, "dotnet", ["exec", worker, "check"]);
    Time(copy, "dotnet", ["exec", worker, "train"]);
    Alone(1, "the sample's gate, warm cache, one retrained model: first check of it", () => Time(copy, "dotnet", ["exec", worker, "check"]));
    Alone(5, "the sample's gate once more", () => Time(copy, "dotnet", ["exec", worker, "check"]));
}

void MeasureHash()
{
    var big = Path.Combine(scratch, "big.bin");
    Time(scratch, "dd", ["if=/dev/urandom", "of=" + big, "bs=1M", "count=2048", "status=none"]);
    Compare(3, "2 GiB: git hash-object / ours", () => Time(scratch, "git", ["-c", "core.bigFileThreshold=10g", "hash-object", big]), () => Time(scratch, "dotnet", ["exec", benchmarks, "hash", big]));
    Compare(3, "2 GiB: openssl sha256 / ours", () => Time(scratch, "openssl", ["sha256", big]), () => Time(scratch, "dotnet", ["exec", benchmarks, "hash", big]));
    File.Delete(big);

    var random = new Random(7);
    var content = new byte[10_000];
    var list = new List<string>();
    for (var file = 0; file < 10_000; file++)
    {
        var path = Path.Combine(scratch, "many", $"{file / 100:D2}", $"{file % 100:D2}.bin");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        random.NextBytes(content);
        File.WriteAllBytes(path, content);
        list.Add(path);
    }

    var paths = Path.Combine(scratch, "paths.txt");
    File.WriteAllLines(paths, list);
    Compare(
        7,
        "10,000 files: git hash-object --stdin-paths / ours",
        () => Time(scratch, "sh", ["-c", $"git hash-object --stdin-paths < {paths} > /dev/null"]),
        () => Time(scratch, "dotnet", ["exec", benchmarks, "hash", Path.Combine(scratch, "many")]));
}

void MeasureProfile()
{
    var one = Path.Combine(scratch, "one.csv");
    var ten = Path.Combine(scratch, "ten.csv");
    Time(scratch, "dotnet", ["exec", benchmarks, "generate", "1000000", one]);
    Time(scratch, "dotnet", ["exec", benchmarks, "generate", "10000000", ten]);
    Alone(3, "profile and checks, 1 million rows", () => Time(scratch, "dotnet", ["exec", benchmarks, "profile", one], show: true));
    Compare(
        2,
        "10 million rows: pandas / ours",
        () => Time(scratch, "python3", [Path.Combine(root, "tests", "MlGate.Benchmarks", "peers", "profile_pandas.py"), ten], show: true),
        () => Time(scratch, "dotnet", ["exec", benchmarks, "profile", ten], show: true));
}

string CopySample()
{
    var copy = Path.Combine(scratch, "sample");
    foreach (var name in Output(sample, "git", "ls-files").Split('\n', StringSplitOptions.RemoveEmptyEntries))
    {
        var target = Path.Combine(copy, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(sample, name), target);
    }

    Git(copy, "init", "--quiet", "--initial-branch=main");
    Git(copy, "add", "--all");
    Git(copy, "commit", "--quiet", "--message", "the sample");
    return copy;
}

void Git(string folder, params string[] arguments) => Time(folder, "git", ["-c", "user.name=MlGate", "-c", "user.email=mlgate@example.invalid", .. arguments]);

static void Compare(int runs, string what, Func<double> one, Func<double> other)
{
    var pairs = Enumerable.Range(0, runs).Select(_ => (One: one(), Other: other())).ToList();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {Median(pairs.Select(pair => pair.One)):F3} s / {Median(pairs.Select(pair => pair.Other)):F3} s, ratio {Median(pairs.Select(pair => pair.One / pair.Other)):F3} (median of {runs} pairs; {pairs.Min(pair => pair.One / pair.Other):F3} to {pairs.Max(pair => pair.One / pair.Other):F3})"));
}

static void Alone(int runs, string what, Func<double> one)
{
    var times = Enumerable.Range(0, runs).Select(_ => one()).ToList();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Median(times):F3} s (median of {runs}; {times.Min():F3} to {times.Max():F3})"));
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}

static double Time(string folder, string program, string[] arguments, bool show = false)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = !show, RedirectStandardError = !show };
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
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
    var text = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return text;
}
