using MlGate.Findings;
using MlGate.Publishing.Jobs;
using MlGate.Reporting.Terminal;

namespace MlGate.Publishing.Tests.Run;

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
        Assert.All(["`g1`", "`g2`", "`g3`"], gate => Assert.Contains($" · gate {gate} · ", run.Summary, StringComparison.Ordinal));
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
