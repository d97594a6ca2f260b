using System.Diagnostics;
using MlGate.Findings;

namespace MlGate.Publishing.Tests.Run;

/// <summary>What a pull request from a fork may put into its artifact.</summary>
public sealed class HostileReportTests
{
    private const string Payload =
        "::error::x\r\n##vso[task.complete result=Succeeded;]done ##[group] @all <h1>✅</h1> | ![x](http://evil.example) \u202e\u001b[31m";

    [Theory]
    [InlineData("{", ExitCode.Usage)]
    [InlineData("{\"schema\":99}", ExitCode.Usage)]
    [InlineData("<html>", ExitCode.Usage)]
    public async Task What_is_no_report_is_told_and_the_gate_is_said_to_have_none(string text, int code)
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Write("artifact/report.json", text);

        var exit = await run.Run(new PublishOptions { Named = [run["artifact"]], Gates = ["churn"] });

        Assert.Equal(code, exit);
        Assert.Contains("was not evaluated", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_was_altered_is_not_posted()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        var path = run.Report(path: "artifact/report.json");
        run.Write(
            "artifact/report.json",
            (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("0.77", "0.99", StringComparison.Ordinal)
        );

        Assert.Equal(ExitCode.Integrity, await run.Run(run["artifact"]));

        Assert.Empty(run.GitHub.Comments);
    }

    [Fact]
    public async Task A_code_of_another_version_is_shown_and_an_exit_that_is_none_refused()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");

        Assert.Equal(ExitCode.Passed, await run.Run(run.Report(code: "MLG4999", exit: 1)));
        Assert.Equal(ExitCode.Usage, await run.Run(run.Report(code: "MLG4999", exit: 42)));

        Assert.Contains("unknown exit code", run.Problems, StringComparison.Ordinal);
        Assert.Contains("Model `m` failed: recall went 0.81 → 0.77", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_a_gate_without_end_still_has_one_comment()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        var options = new PublishOptions { Named = [run.Report(gate: new string('x', 300_000))] };

        Assert.Equal((ExitCode.Passed, ExitCode.Passed), (await run.Run(options), await run.Run(options)));

        Assert.Equal("", run.Problems);
        Assert.InRange(Assert.Single(run.GitHub.Comments).Body.Length, 1_000, 60_000);
    }

    [Fact]
    public async Task A_large_report_of_another_run_is_refused()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Report(path: "artifact/report.json", failures: 4_000);

        Assert.Equal(ExitCode.Unsafe, await run.Run(run["artifact"]));

        Assert.Contains("MLG6002", run.Problems, StringComparison.Ordinal);
        Assert.Empty(run.GitHub.Comments);
    }

    [Fact]
    public async Task Links_and_pipes_are_refused_without_being_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes and links are made on Linux");
        using var run = PublishedRun.OnGitHub("workflow_run");
        var secret = run.Report(path: "elsewhere/report.json");
        Directory.CreateDirectory(run["artifact/deep"]);
        File.CreateSymbolicLink(run["artifact/report.json"], secret);
        Directory.CreateSymbolicLink(run["artifact/folder"], run["elsewhere"]);
        using (var made = Process.Start("mkfifo", [run["artifact/deep/report.json"]]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(ExitCode.Unsafe, await run.Run(run["artifact"]));
        Assert.Equal(ExitCode.Unsafe, await run.Run(run["artifact/report.json"]));

        Assert.Equal(4, run.Problems.Split("error MLG3002: ").Length - 1);
        Assert.Empty(run.GitHub.Comments);
    }

    [Fact]
    public async Task More_reports_than_a_run_has_are_refused()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        for (var i = 0; i < 52; i++)
        {
            run.Report(gate: $"g{i}", path: $"artifact/{i}/report.json");
        }

        Assert.Equal(ExitCode.Unsafe, await run.Run(new PublishOptions { Named = [run["artifact"]], Comment = false }));

        Assert.Contains("more than 50 reports", run.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_report_steers_neither_log_nor_outputs()
    {
        using var run = PublishedRun.OnGitHub();
        var report = run.Report(gate: "churn" + Payload, found: Payload);

        await run.Run(report);

        Assert.All(run.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            Assert.StartsWith("::error file=samples/mlgate.yml,line=", line, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(["##vso[", "##[", "\u001b", "\u202e"], word =>
            (run.Log + run.Problems + run.Outputs).Contains(word, StringComparison.Ordinal)
        );
        Assert.Equal(6, run.Outputs.Split('\n').Count(line => line.Contains("<<mlgate_", StringComparison.Ordinal)));
        Assert.DoesNotContain("<h1>", run.Summary + Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_report_steers_no_agent_of_Azure()
    {
        using var run = PublishedRun.OnAzure();

        await run.Run(run.Report(gate: "churn" + Payload, found: Payload));

        Assert.All(run.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            Assert.Matches(@"^##vso\[task\.(uploadsummary|logissue|setvariable) ", line)
        );
        Assert.All(run.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            Assert.DoesNotContain("##", line[2..], StringComparison.Ordinal)
        );
    }
}
