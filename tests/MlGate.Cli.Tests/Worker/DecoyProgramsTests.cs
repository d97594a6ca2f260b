using System.Diagnostics;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>
/// Programs that a repository brings under the names of those that MlGate, git and commands start: none of them ever runs.
/// </summary>
public sealed class DecoyProgramsTests : IDisposable
{
    private static readonly string[] Names =
    [
        "dotnet",
        "git",
        "git-lfs",
        "git-upload-pack",
        "sh",
        "bash",
        "cmd",
        "env",
        "ssh",
        "touch",
        "mlgate",
        "ldd",
        "uname",
        "dotnet.exe",
        "git.exe",
        "cmd.exe",
        "sh.exe",
    ];

    private static readonly string[] Folders = ["", "gate", "gate/data", "gate/models", "gate/.mlgate", "gate/bin", "bin"];

    private readonly TempFolder folder = new();

    public DecoyProgramsTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The decoys are scripts of a POSIX shell.");

    public static TheoryData<string> Paths => ["", ".:", ":", "bin:../bin:"];

    private string Ran => folder["ran"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_decoy_that_runs_is_seen()
    {
        Decoy(folder["repository"], "git");

        using var decoy = Process.Start(folder["repository/git"], ["status"]);
        decoy.WaitForExit();

        Assert.Equal(folder["repository/git"] + "\n", File.ReadAllText(Ran));
    }

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Paths))]
    public async Task No_verb_of_an_installed_tool_runs_a_program_of_the_repository(string path)
    {
        var tool = InstalledTool.Create(folder["tools"]);
        Repository();
        using var origin = new TempFolder();
        GateRepository.GitIn(folder["repository"], "init", "--quiet", "--bare", origin["o.git"]);
        GateRepository.GitIn(folder["repository"], "remote", "add", "origin", origin["o.git"]);
        GateRepository.GitIn(folder["repository"], "push", "--quiet", "origin", "main");
        foreach (var (where, name) in Folders.SelectMany(where => Names.Select(name => (where, name))))
        {
            Decoy(folder["repository/" + where], name);
        }

        var answers = new List<(string Verb, WorkerAnswer Answer)>();
        string[][] verbs =
        [
            ["check", "--no-progress", "--output=out"],
            ["status"],
            ["gates"],
            ["fetch"],
            ["diff"],
            ["show", "out/report.json"],
            ["history"],
            ["history", "record", "out/report.json"],
            ["accept", "models.churn.metrics.auc.min", "--reason", "a reason"],
            ["lock"],
            ["train"],
            ["publish", "--dry-run", "out/report.json"],
            ["init", "--force"],
        ];
        foreach (var verb in verbs)
        {
            answers.Add((verb[0], await Task.Run(() => Run(tool, path, verb), TestContext.Current.CancellationToken)));
        }

        Assert.False(File.Exists(Ran), File.Exists(Ran) ? File.ReadAllText(Ran) : "");
        Assert.Equal(0, answers.First(answer => answer.Verb == "check").Answer.Exit);
        Assert.Contains("auc", answers.First(answer => answer.Verb == "check").Answer.Text, StringComparison.Ordinal);
        Assert.True(
            answers.First(answer => answer.Verb == "train").Answer.Exit == 0,
            answers.First(answer => answer.Verb == "train").Answer.ToString()
        );
        Assert.All(answers, answer => Assert.True(answer.Answer.Exit != 70, answer.ToString()));
    }

    private WorkerAnswer Run(string tool, string path, string[] verb)
    {
        var start = new ProcessStartInfo(tool, verb)
        {
            WorkingDirectory = folder["repository/gate"],
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in new[] { "CI", "GITHUB_ACTIONS", "TF_BUILD", "GITHUB_BASE_REF", "DOTNET_HOST_PATH" })
        {
            start.Environment[name] = null;
        }

        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["DOTNET_ROOT"] = InstalledTool.DotnetRoot;
        start.Environment["PATH"] = path + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new WorkerAnswer(process.ExitCode, text, errors.Result);
    }

    // The committed sample in a folder of a repository; training asks the shell for two programs.
    private void Repository()
    {
        foreach (var file in new[] { "mlgate.yml", "data/train.csv", "data/test.csv", "models/churn.zip", "domains/addon.txt" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder["repository/gate/" + file])!);
            File.Copy(Path.Combine(GateRepository.Sample, file), folder["repository/gate/" + file]);
        }

        var gate = File.ReadAllText(folder["repository/gate/mlgate.yml"])
            .Replace("command: dotnet run --project Trainer", "command: git --version && touch models/churn.zip", StringComparison.Ordinal)
            .Replace("reads: [datasets.train, Trainer/]", "reads: [datasets.train]", StringComparison.Ordinal);
        File.WriteAllText(folder["repository/gate/mlgate.yml"], gate);
        GateRepository.GitIn(folder["repository"], "init", "--quiet", "--initial-branch=main");
        Assert.Equal(0, GateRepository.RunIn(folder["repository/gate"], null, "train").Exit);
        GateRepository.GitIn(folder["repository"], "add", "--all");
        GateRepository.GitIn(folder["repository"], "commit", "--quiet", "--message", "first");
    }

    private void Decoy(string where, string name)
    {
        Directory.CreateDirectory(where);
        var path = Path.Combine(where, name);
        File.WriteAllText(path, "#!/bin/sh\necho \"$0\" >> '" + Ran + "'\nexit 1\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
