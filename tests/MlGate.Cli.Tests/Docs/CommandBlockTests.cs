using System.Diagnostics;
using MlGate.Cli.Tests.Worker;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Docs;

/// <summary>
/// Every block of commands in the README and the docs runs in a sample, from the first line to the last, or says before it what it waits
/// for: <c>&lt;!-- waits for: the first release --&gt;</c>.
/// </summary>
public sealed class CommandBlockTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(GateRepository.Sample, "..", ".."));

    public static TheoryData<string> Places =>
        [.. CommandBlock.All(Root).Where(block => block.WaitsFor is null).Select(block => block.Place)];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_block_runs_as_it_stands(string place)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The blocks are for a POSIX shell.");
        var block = CommandBlock.All(Root).Single(one => one.Place == place);
        using var repository = Sample();

        var answer = Run(repository, block.Commands);

        Assert.True(answer.Exit == 0, $"{place}\n{block.Commands}\n{answer}");
    }

    [Fact]
    public void A_block_that_waits_says_for_what() =>
        Assert.All(CommandBlock.All(Root).Where(block => block.WaitsFor is not null), block =>
            Assert.True(block.WaitsFor!.Length > 5, block.Place)
        );

    [Fact]
    public void Blocks_of_every_shell_are_found_with_what_they_wait_for()
    {
        const string Page =
            "a\n\n```sh\none\n```\n\n<!-- waits for: a release -->\n```bash\ntwo\n```\n"
            + "```yaml\nno: 1\n```\n- x\n  ```console\n  three\n  ```\n";

        var blocks = CommandBlock.Find("page.md", Page).ToList();

        Assert.Equal(
            [("page.md:3", null), ("page.md:8", "a release"), ("page.md:15", null)],
            blocks.Select(block => (block.Place, block.WaitsFor))
        );
    }

    // A retrained model on a branch, measured, with a file that is not committed yet; and what a reader would have at home.
    private static GateRepository Sample() => GateRepository.After("docs", repository =>
        {
            repository.Replace("mlgate.yml", "name: small", "name: churn");
            repository.Write(".gitignore", "out/\nbin/\nhome/\nreport.json\n");
            repository.Must("lock");
            repository.Commit("churn");
            repository.Git("checkout", "--quiet", "-b", "work");
            repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.82));
            repository.Must("lock");
            repository.Commit("retrained");
            repository.Must("check", "--no-progress", "--output", "out");
            File.Copy(repository["out/report.json"], repository["report.json"]);
            repository.Write("next.csv", GateRepository.Scores(600, 2, 0.84));
            repository.Write("train.py", "# stands for any training\n");
        });

    private static WorkerAnswer Run(GateRepository repository, string commands)
    {
        Program(repository, "mlgate", $"exec \"{GateRepository.DotnetHost}\" exec \"{GateRepository.Worker}\" \"$@\"");
        Program(repository, "python", "cp next.csv models/m.csv");
        repository.Write("home/.gitconfig", "[user]\n\tname = Test\n\temail = test@example.invalid\n");
        var start = new ProcessStartInfo("bash", ["-eo", "pipefail", "-c", commands])
        {
            WorkingDirectory = repository.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["PATH"] = repository["bin"] + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = repository["home"];
        foreach (
            var name in new[] { "CI", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "GITHUB_BASE_REF", "GIT_CONFIG_GLOBAL", "XDG_CONFIG_HOME" }
        )
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new WorkerAnswer(process.ExitCode, text, errors.Result);
    }

    private static void Program(GateRepository repository, string name, string body)
    {
        var path = repository.Write("bin/" + name, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
