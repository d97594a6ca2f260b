using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>A repository with data, a predictions file and a gate, that the real worker is run on.</summary>
internal sealed class GateRepository : IDisposable
{
    public const string Gate = """
        version: 1
        name: small
        datasets:
          train:
            path: data/train.csv
            rows: { min: 100 }
            columns:
              id: { type: text, role: id, unique: true }
              x: { type: number, min: -10, max: 10 }
              country: { type: category, in: [DE, FR, BR] }
              label: { type: category, in: ["Yes", "No"], role: label }
            disjoint-from: [test]
          test:
            path: data/test.csv
            columns:
              id: { type: text, role: id, unique: true }
              label: { type: category, in: ["Yes", "No"], role: label }
        models:
          m:
            path: models/m.csv
            task: binary-classification
            test: test
            label: label
            positive: "Yes"
            key: id
            score: p
            metrics:
              auc: { min: 0.7, max-drop: 0.05 }
              recall: { max-drop: 10pt }
        """;

    private readonly TempFolder folder;

    /// <param name="git">Is it a git repository?</param>
    /// <param name="format">Git's object format.</param>
    public GateRepository(bool git = true, string format = "sha1")
        : this(new TempFolder())
    {
        if (git)
        {
            CommittedRepositories.Copy(format, Path, folder => new GateRepository(folder).Begin(format));
        }
        else
        {
            Fill();
        }
    }

    private GateRepository(TempFolder folder) => this.folder = folder;

    public static string Worker => TestedWorker.Path;

    /// <summary>The committed sample.</summary>
    public static string Sample { get; } = FindSample();

    /// <summary>Absolute, so that a test can take PATH away.</summary>
    public static string DotnetHost { get; } =
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(System.IO.Path.PathSeparator)
            .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
            .FirstOrDefault(File.Exists)
        ?? "dotnet";

    public string Path => folder.Path;

    public string this[string relative] => folder[relative];

    public string Write(string relative, string text) => folder.Write(relative, text);

    public void Replace(string relative, string old, string @new)
    {
        var text = File.ReadAllText(this[relative]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(relative, text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--message", message);
    }

    public string Git(params string[] arguments) => GitIn(Path, arguments);

    public static string GitIn(string folder, params string[] arguments)
    {
        var result = Start(
            "git",
            folder,
            ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "protocol.file.allow=always", .. arguments],
            new() { ["GIT_CONFIG_GLOBAL"] = "/dev/null" }
        );
        Assert.True(result.Exit == 0, string.Join(' ', arguments) + "\n" + result.Text);
        return result.Text.Trim();
    }

    /// <summary>Runs the worker in the repository's folder.</summary>
    public WorkerAnswer Run(params string[] arguments) => RunIn(Path, null, arguments);

    /// <summary>Runs a verb that must succeed.</summary>
    public void Must(params string[] arguments)
    {
        var answer = Run(arguments);
        Assert.True(answer.Exit == 0, answer.ToString());
    }

    /// <summary>Checks, and reads what a build would log.</summary>
    public WorkerAnswer Check(Dictionary<string, string?>? environment = null, string? folder = null, params string[] more)
    {
        using var output = new TempFolder();
        var answer = RunIn(folder ?? Path, environment, ["check", "--no-progress", "--output=" + output.Path, .. more]);
        var diagnostics = output["diagnostics.json"];
        var report = output["report.json"];
        return answer with
        {
            Diagnostics = File.Exists(diagnostics)
                ?
                [
                    .. JsonDocument
                        .Parse(File.ReadAllText(diagnostics))
                        .RootElement.GetProperty("diagnostics")
                        .EnumerateArray()
                        .Select(WorkerDiagnostic.Of),
                ]
                : null,
            Report = File.Exists(report) ? File.ReadAllText(report) : null,
            Inputs = File.Exists(output["inputs.txt"]) ? File.ReadAllText(output["inputs.txt"]) : null,
        };
    }

    public static WorkerAnswer RunIn(string folder, Dictionary<string, string?>? environment, params string[] arguments)
    {
        Dictionary<string, string?> variables = new()
        {
            ["CI"] = null,
            ["GITHUB_ACTIONS"] = null,
            ["TF_BUILD"] = null,
            ["GITHUB_BASE_REF"] = null,
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        };
        foreach (var (name, value) in environment ?? [])
        {
            variables[name] = value;
        }

        return Start(DotnetHost, folder, ["exec", Worker, .. arguments], variables);
    }

    /// <summary>Rows of a data set: the label depends on x.</summary>
    public static string Rows(string prefix, int count, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("id,x,country,label\n");
        for (var row = 0; row < count; row++)
        {
            var x = (random.NextDouble() * 4) - 2;
            var label = random.NextDouble() < 1 / (1 + Math.Exp(-2 * x)) ? "Yes" : "No";
            text.Append(
                CultureInfo.InvariantCulture,
                $"{prefix}{row},{x:F4},{(row % 3) switch { 0 => "DE", 1 => "FR", _ => "BR" }},{label}\n"
            );
        }

        return text.ToString();
    }

    /// <summary>Predictions for <see cref="Rows"/> of the prefix <c>e</c> with the same count and seed.</summary>
    /// <param name="count">Rows.</param>
    /// <param name="seed">As of the rows.</param>
    /// <param name="skill">0 for a coin, 1 for all that x tells.</param>
    public static string Scores(int count, int seed, double skill)
    {
        var random = new Random(seed);
        var noise = new Random(seed + 1000);
        var text = new StringBuilder("id,p\n");
        for (var row = 0; row < count; row++)
        {
            var x = (random.NextDouble() * 4) - 2;
            random.NextDouble();
            var logit = (skill * 2 * x) + ((1 - skill) * 6 * (noise.NextDouble() - 0.5));
            text.Append(CultureInfo.InvariantCulture, $"e{row},{1 / (1 + Math.Exp(-logit)):F6}\n");
        }

        return text.ToString();
    }

    private static string FindSample([CallerFilePath] string file = "")
    {
        var folder = System.IO.Path.GetDirectoryName(file)!;
        while (!File.Exists(System.IO.Path.Combine(folder, "MlGate.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder)!;
        }

        return System.IO.Path.Combine(folder, "samples", "churn");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A repository that several tests go on from.</summary>
    /// <param name="name">The same for the same one, whoever asks.</param>
    /// <param name="goOn">What follows the first commit. Paths in git's own files must be relative.</param>
    public static GateRepository After(string name, Action<GateRepository> goOn)
    {
        var repository = new GateRepository(new TempFolder());
        CommittedRepositories.Copy("after " + name, repository.Path, folder =>
        {
            var made = new GateRepository(folder);
            made.Begin("sha1");
            goOn(made);
        });
        return repository;
    }

    private void Begin(string format)
    {
        Fill();
        Git("init", "--quiet", "--initial-branch=main", "--object-format=" + format);
        Must("lock");
        Commit("first");
    }

    private void Fill()
    {
        Write("mlgate.yml", Gate);
        Write("data/train.csv", Rows("t", 300, 1));
        Write("data/test.csv", Rows("e", 600, 2));
        Write("models/m.csv", Scores(600, 2, 0.8));
    }

    private static WorkerAnswer Start(string program, string folder, string[] arguments, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new WorkerAnswer(process.ExitCode, text, errors.Result);
    }
}

/// <summary>What a process answered.</summary>
internal sealed record WorkerAnswer(int Exit, string Text, string Errors)
{
    public IReadOnlyList<WorkerDiagnostic>? Diagnostics { get; init; }

    public string? Report { get; init; }

    public string? Inputs { get; init; }

    /// <summary>What the report says its digest is.</summary>
    public string Digest => JsonDocument.Parse(Report!).RootElement.GetProperty("digest").GetString()!;

    public override string ToString() => $"exit {Exit}\n{Text}\n{Errors}\n{string.Join('\n', Diagnostics ?? [])}";
}

/// <summary>One line of the build log.</summary>
internal sealed record WorkerDiagnostic(string Code, string Severity, string? File, int Line, int Column, string Message)
{
    public static WorkerDiagnostic Of(JsonElement element) =>
        new(
            element.GetProperty("code").GetString()!,
            element.GetProperty("severity").GetString()!,
            element.GetProperty("file").GetString(),
            element.GetProperty("line").GetInt32(),
            element.GetProperty("column").GetInt32(),
            element.GetProperty("message").GetString()!
        );
}
