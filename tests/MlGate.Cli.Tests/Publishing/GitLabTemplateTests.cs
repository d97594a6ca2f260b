using System.Diagnostics;
using MlGate.Testing;
using YamlDotNet.RepresentationModel;

namespace MlGate.Cli.Tests.Publishing;

/// <summary>The template for GitLab CI: what its jobs run, in which order, and what decides.</summary>
public sealed class GitLabTemplateTests : IDisposable
{
    private const string Template = "templates/mlgate.gitlab-ci.yml";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    public void The_exit_code_of_the_check_is_that_of_the_job(int exit)
    {
        Need();
        Tool(exit);

        Assert.Equal(exit, Run("mlgate"));

        Assert.Equal(
            [
                "fetch a.yml b.yml",
                "gates a.yml b.yml",
                "check --no-progress --output mlgate-report --report-formats junit,code-quality,html a.yml b.yml",
            ],
            Calls
        );
    }

    [Fact]
    public void A_fetch_that_fails_does_not_keep_the_gate_from_deciding()
    {
        Need();
        Tool(check: 0, fetch: 7);

        Assert.Equal(0, Run("mlgate"));

        Assert.Equal(3, Calls.Length);
    }

    [Fact]
    public void Each_gate_is_published_by_its_name_also_one_with_blanks()
    {
        Need();
        Tool(check: 0, gates: "churn\nprice of houses\n");

        Assert.Equal(0, Run("mlgate-publish"));

        Assert.Equal(["gates a.yml b.yml", "publish mlgate-report --gate=churn --gate=price of houses"], Calls);
    }

    [Fact]
    public void The_names_are_those_of_the_job_that_measured()
    {
        Need();
        Tool(check: 1, gates: "churn\n");
        Run("mlgate");
        Tool(check: 1, gates: "renamed\n");

        Assert.Equal(0, Run("mlgate-publish"));

        Assert.Equal("publish mlgate-report --gate=churn", Calls[^1]);
    }

    [Fact]
    public void The_job_that_measures_has_no_token()
    {
        Need();
        Tool(check: 0);
        var seen = folder["seen"];
        Write("bin/mlgate", $"printf '%s\\n' \"${{GITLAB_TOKEN-none}}\" >> '{seen}'");

        Run("mlgate");
        Run("mlgate-publish");

        Assert.Equal(["none", "none", "none", "s3cret", "s3cret"], File.ReadAllLines(seen));
    }

    [Fact]
    public void The_tool_is_installed_exactly_from_outside_of_the_checkout()
    {
        Need();
        Tool(check: 0);
        var installed = folder["installed"];
        Write("bin/dotnet", $"printf '%s\\n' \"$PWD\" \"$*\" > '{installed}'; exit 9");

        Assert.Equal(9, Run("mlgate", tool: ""));

        var said = File.ReadAllLines(installed);
        Assert.False(said[0].StartsWith(folder["work"], StringComparison.Ordinal));
        Assert.StartsWith("tool install MlGate.Tool --version [1.2.3] --tool-path " + said[0], said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_job_that_publishes_speaks_of_the_note_and_it_never_fails_the_pipeline()
    {
        var document = AzureTemplate.Document(Template);
        var (measure, publish) = (Job(document, "mlgate"), Job(document, "mlgate-publish"));

        Assert.DoesNotContain("publish", Script(measure, "script"), StringComparison.Ordinal);
        Assert.Equal("true", AzureTemplate.Text(publish, "allow_failure"));
        Assert.Null(AzureTemplate.Text(measure, "allow_failure"));
        Assert.Contains("when: always", File.ReadAllText(Path.Combine(AzureTemplate.Root(), Template)), StringComparison.Ordinal);
    }

    private string[] Calls => File.ReadAllLines(folder["calls"]);

    private static void Need() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The jobs run in a shell of Unix.");

    private void Tool(int check, int fetch = 0, string gates = "churn\n")
    {
        var names = folder.Write("names", gates);
        Write(
            "bin/mlgate",
            $"""
            printf '%s\n' "$*" >> '{folder["calls"]}'
            case "$1" in
              check) exit {check} ;;
              fetch) exit {fetch} ;;
              gates) cat '{names}' ;;
            esac
            """
        );
    }

    private void Write(string name, string script)
    {
        var path = folder.Write(name, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // As the runner does: both lists are one script, which ends at the first line that fails.
    private int Run(string job, string? tool = null)
    {
        var document = AzureTemplate.Document(Template);
        var script = folder.Write(
            "job.sh",
            "set -e\n" + Script(Job(document, ".mlgate"), "before_script") + Script(Job(document, job), "script")
        );
        var start = new ProcessStartInfo("/bin/sh", [script])
        {
            WorkingDirectory = Directory.CreateDirectory(folder["work"]).FullName,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = folder["bin"] + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["MLGATE_GATES"] = "a.yml b.yml";
        start.Environment["MLGATE_VERSION"] = "1.2.3";
        start.Environment["GITLAB_TOKEN"] = "s3cret";
        start.Environment["MLGATE_TOOL"] = tool ?? folder["bin/mlgate"];
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static YamlMappingNode Job(YamlMappingNode document, string name) => (YamlMappingNode)document.Children[name];

    private static string Script(YamlMappingNode job, string key) =>
        string.Concat(((YamlSequenceNode)job.Children[key]).Cast<YamlScalarNode>().Select(line => line.Value + "\n"));
}
