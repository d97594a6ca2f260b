// Shows the gate on real data, through the real packages:
//
//   dotnet run eng/try.cs             packs MlGate and gates samples/churn by a real dotnet build
//   dotnet run eng/try.cs -- worse    retrains on a tenth of the rows: the build stops
//   dotnet run eng/try.cs -- better   retrains with smaller trees: the build passes
//
// The last two work on a copy of the sample, a repository of its own below artifacts/try.
using System.Diagnostics;

var root = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
var sample = Path.Combine(root, "samples", "churn");
var packages = Path.Combine(root, "artifacts", "packages");
var restored = Path.Combine(root, "artifacts", "sample-packages");
var worker = Path.Combine(restored, "mlgate", "0.1.0", "tools", "net10.0", "mlgate.dll");

var scenario = args is [] ? "pass" : args[0];
if (scenario is not ("pass" or "worse" or "better") || args.Length > 1)
{
    Console.Error.WriteLine("Usage: dotnet run eng/try.cs [-- worse | better]");
    return 3;
}

Say("Packing MlGate into artifacts/packages ...");
Must(root, "dotnet", "msbuild", Path.Combine("eng", "Pack.proj"), "-t:Pack", "-p:Packages=MlGate", "-v:q", "-nologo");

// The version of a local package does not change from one packing to the next; the copy that was restored before must go.
foreach (var stale in new[] { "mlgate", "mlgate.tool" }.Select(name => Path.Combine(restored, name)).Where(Directory.Exists))
{
    Directory.Delete(stale, recursive: true);
}

if (scenario == "pass")
{
    Say("Building samples/churn/Service, which is gated by samples/churn/mlgate.yml ...");
    var exit = Run(sample, "dotnet", "build", "Service", "--nologo", "-v:m");
    Show(sample);
    Say(exit == 0 ? "The gate passed, and so the build did." : "The build stopped.");
    return exit;
}

var copy = Path.Combine(root, "artifacts", "try", scenario);
Say($"Copying the sample to artifacts/try/{scenario}, a repository of its own ...");
Copy();
Git("init", "--quiet", "--initial-branch=main");
Commit("The model on main");
Git("checkout", "--quiet", "-b", "retrain");

var settings = Path.Combine(copy, "Trainer", "settings.json");
File.WriteAllText(
    settings,
    scenario == "worse"
        ? File.ReadAllText(settings).Replace("\"rows\": 1.0", "\"rows\": 0.1")
        : """
        {
          "rows": 1.0,
          "trees": 100,
          "leaves": 4,
          "learningRate": 0.1
        }

        """
);
Must(copy, "dotnet", "restore", "Service", "--nologo", "-v:q");
Say(scenario == "worse" ? "Retraining on a tenth of the rows ..." : "Retraining with smaller trees ...");
Must(copy, "dotnet", "exec", worker, "train");
Commit("Retrain");

Say("Building the service with the retrained model ...");
var built = Run(copy, "dotnet", "build", "Service", "--nologo", "-v:m");
Show(copy);
var expected = scenario == "worse" ? built != 0 : built == 0;
Say(
    (scenario, expected) switch
    {
        ("worse", true) => "The gate failed, and stopped the build: that is what it is for.",
        ("better", true) => "The gate passed, and so the build did.",
        _ => "That was not expected. Please report it.",
    }
);
return expected ? 0 : 1;

void Show(string folder)
{
    var report = Path.Combine(folder, "Service", "obj", "Debug", "net10.0", "mlgate", "report.json");
    if (File.Exists(report) && File.Exists(worker))
    {
        Console.WriteLine();
        Run(folder, "dotnet", "exec", worker, "show", report);
    }
}

void Copy()
{
    if (Directory.Exists(copy))
    {
        foreach (var file in Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(copy, recursive: true);
    }

    foreach (var name in Output(sample, "git", "ls-files").Split('\n', StringSplitOptions.RemoveEmptyEntries))
    {
        var target = Path.Combine(copy, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(sample, name), target);
    }

    // The copy stands one level deeper than the sample.
    var config = Path.Combine(copy, "NuGet.config");
    File.WriteAllText(config, File.ReadAllText(config).Replace("../../artifacts/", "../../"));
}

void Git(params string[] arguments) =>
    Must(copy, "git", ["-c", "user.name=MlGate", "-c", "user.email=mlgate@example.invalid", .. arguments]);

void Commit(string message)
{
    Git("add", "--all");
    Git("commit", "--quiet", "--message", message);
}

void Must(string folder, string program, params string[] arguments)
{
    if (Run(folder, program, arguments) is not 0 and var exit)
    {
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {exit}.");
    }
}

int Run(string folder, string program, params string[] arguments)
{
    using var process = Process.Start(Start(folder, program, arguments))!;
    process.WaitForExit();
    return process.ExitCode;
}

string Output(string folder, string program, params string[] arguments)
{
    var start = Start(folder, program, arguments);
    start.RedirectStandardOutput = true;
    using var process = Process.Start(start)!;
    var text = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return text;
}

static ProcessStartInfo Start(string folder, string program, string[] arguments) => new(program, arguments) { WorkingDirectory = folder };

static void Say(string text) => Console.WriteLine($"{Environment.NewLine}== {text}");
