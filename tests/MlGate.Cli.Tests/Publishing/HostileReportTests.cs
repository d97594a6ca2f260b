using System.Diagnostics;

using MlGate.Cli.Publishing;
using MlGate.Cli.Terminal;
using MlGate.FakeServers;
using MlGate.Findings;

namespace MlGate.Cli.Tests.Publishing;

/// <summary>What a pull request from a fork may put into its artifact.</summary>
public sealed class HostileReportTests
{
    private const string Payload = "::error::x\r\n##vso[task.complete result=Succeeded;]done ##[group] @all <h1>✅</h1> | ![x](http://evil.example) \u202e\u001b[31m";

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
        Assert.Contains("could not measure", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_was_altered_is_not_posted()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        var path = run.Report(path: "artifact/report.json");
        run.Write("artifact/report.json", (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("0.77", "0.99", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Integrity, await run.Run(run["artifact"]));

        Assert.Empty(run.GitHub.Comments);
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
        using (var made = Process.Start("mkfifo", [run["artifact/deep/report.json"]])) await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Unsafe, await run.Run(run["artifact"]));
        Assert.Equal(ExitCode.Unsafe, await run.Run(run["artifact/report.json"]));

        Assert.Equal(4, run.Problems.Split("MLG3002").Length - 1 - run.Problems.Split("MLG3002.md").Length + 1);
        Assert.Empty(run.GitHub.Comments);
    }

    [Fact]
    public async Task More_reports_than_a_run_has_are_refused()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        for (var i = 0; i < 52; i++) run.Report(gate: $"g{i}", path: $"artifact/{i}/report.json");

        Assert.Equal(ExitCode.Unsafe, await run.Run(new PublishOptions { Named = [run["artifact"]], Comment = false }));

        Assert.Contains("more than 50 reports", run.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_report_steers_neither_log_nor_outputs()
    {
        using var run = PublishedRun.OnGitHub();
        var report = run.Report(gate: "churn" + Payload, found: Payload);

        await run.Run(report);

        Assert.All(run.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("::error file=samples/mlgate.yml,line=", line, StringComparison.Ordinal));
        Assert.DoesNotContain(["##vso[", "##[", "\u001b", "\u202e"], word => (run.Log + run.Problems + run.Outputs).Contains(word, StringComparison.Ordinal));
        Assert.Equal(6, run.Outputs.Split('\n').Count(line => line.Contains("<<mlgate_", StringComparison.Ordinal)));
        Assert.DoesNotContain("<h1>", run.Summary + Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_report_steers_no_agent_of_Azure()
    {
        using var run = PublishedRun.OnAzure();

        await run.Run(run.Report(gate: "churn" + Payload, found: Payload));

        Assert.All(run.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^##vso\[task\.(uploadsummary|logissue|setvariable) ", line));
        Assert.All(run.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.DoesNotContain("##", line[2..], StringComparison.Ordinal));
    }
}

/// <summary>The files of a job's steps.</summary>
public sealed class GitHubJobTests
{
    [Fact]
    public async Task A_summary_that_others_filled_leaves_less_room()
    {
        using var run = PublishedRun.OnGitHub();
        run.Write("summary.md", new string('x', 899_000));

        await run.Run(run.Report());

        Assert.Equal(899_000, run.Summary.Length);
        Assert.Contains("warning MLG6030: ", run.Problems, StringComparison.Ordinal);
        Assert.Single(run.GitHub.Comments);
    }

    [Fact]
    public async Task Several_reports_share_the_room()
    {
        using var run = PublishedRun.OnGitHub();
        var reports = Enumerable.Range(1, 3).Select(i => run.Report(gate: $"g{i}", failures: 5_000, path: $"{i}/report.json")).ToArray();

        await run.Run(new PublishOptions { Named = reports, Comment = false });

        Assert.InRange(new FileInfo(run["summary.md"]).Length, 10_000, 900_000);
        Assert.All(["`g1`", "`g2`", "`g3`"], gate => Assert.Contains($"MlGate · {gate} — **5,000 of 5,000 checks fail**", run.Summary, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GITHUB_OUTPUT", null)]
    [InlineData("GITHUB_OUTPUT", "no/such/folder/file")]
    [InlineData("GITHUB_STEP_SUMMARY", null)]
    [InlineData("GITHUB_STEP_SUMMARY", "no/such/folder/file")]
    public async Task What_cannot_be_written_is_a_warning(string name, string? path)
    {
        using var run = PublishedRun.OnGitHub();
        run.Variables[name] = path is null ? null : run[path];

        Assert.Equal(ExitCode.Passed, await run.Run(run.Report()));

        Assert.Contains($"warning MLG6021: publishing: ", run.Problems, StringComparison.Ordinal);
        Assert.Contains(name, run.Problems, StringComparison.Ordinal);
        Assert.Single(run.GitHub.Comments);
    }

    [Fact]
    public void A_value_that_holds_its_own_delimiter_is_refused()
    {
        using var run = PublishedRun.OnGitHub();
        var job = new GitHubJob(run.Variables.GetValueOrDefault, () => "end");

        Assert.Equal("MLG6021", job.Hand([("a", "one\nend\nb=two")])!.Code);
        Assert.Null(job.Hand([("a", "one\ntwo")]));

        Assert.Equal("a<<end\none\ntwo\nend\n", run.Outputs);
    }

    [Fact]
    public void An_agent_of_Azure_without_a_folder_is_told()
    {
        Assert.Equal("MLG6021", new AzureJob(_ => null, new Output(TextWriter.Null, TextWriter.Null)).Summarize("x")!.Code);
        Assert.Equal("MLG6021", new AzureJob(_ => "/no/such/folder", new Output(TextWriter.Null, TextWriter.Null)).Summarize("x")!.Code);
    }
}
