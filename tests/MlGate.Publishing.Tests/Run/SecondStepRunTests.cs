using MlGate.Findings;

namespace MlGate.Publishing.Tests.Run;

/// <summary>The second step of publishing, and what it may do for forks.</summary>
public sealed class SecondStepRunTests
{
    [Fact]
    public async Task The_second_step_finds_the_pull_request_by_the_event()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Report(commit: FakeGitHub.Merge, path: "artifact/churn/report.json");

        var exit = await run.Run(new PublishOptions { Named = [run["artifact"]], Gates = ["churn"] });

        Assert.Equal((ExitCode.Passed, ""), (exit, run.Problems));
        Assert.Contains("\"run\":812,\"try\":1", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("::error", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fork/shop", 0, 1)]
    [InlineData("acme/shop", 1, 0)]
    public async Task The_second_step_sets_no_status_for_a_fork_and_says_so(string head, int statuses, int notes)
    {
        using var run = PublishedRun.OnGitHub("workflow_run", head: head);
        run.GitHub.Repository = head;
        var report = run.Report(passed: true, path: "artifact/report.json");

        Assert.Equal(
            ExitCode.Passed,
            await run.Run(
                new PublishOptions
                {
                    Named = [report],
                    Status = true,
                    CheckRun = true,
                    Require = true,
                }
            )
        );

        Assert.Equal((1, statuses, statuses), (run.GitHub.Comments.Count, run.GitHub.Statuses.Count, run.GitHub.CheckRuns.Count));
        Assert.Equal(notes, run.Problems.Split("message MLG6034: ").Length - 1);
    }

    [Fact]
    public async Task No_status_of_a_fork_is_set_where_its_token_could()
    {
        using var run = PublishedRun.OnGitHub(repository: "fork/shop");
        run.Variables["GITHUB_EVENT_NAME"] = "pull_request_target";

        await run.Run(
            new PublishOptions
            {
                Named = [run.Report(passed: true)],
                Status = true,
                CheckRun = true,
            }
        );

        Assert.Equal((1, 0, 0), (run.GitHub.Comments.Count, run.GitHub.Statuses.Count, run.GitHub.CheckRuns.Count));
        Assert.Contains("message MLG6034: ", run.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("True", 0)]
    [InlineData("False", 1)]
    public async Task No_status_of_a_fork_is_set_on_Azure(string fork, int statuses)
    {
        using var run = PublishedRun.OnAzure();
        run.Variables["SYSTEM_PULLREQUEST_ISFORK"] = fork;

        await run.Run(new PublishOptions { Named = [run.Report(passed: true)], Status = true });

        Assert.Equal((1, statuses), (run.Azure.Threads.Count, run.Azure.Statuses.Count));
        Assert.Equal(1 - statuses, run.Problems.Split("message MLG6034: ").Length - 1);
    }

    [Fact]
    public async Task A_second_attempt_of_the_second_step_replaces_what_said_that_there_is_no_report()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        await run.Run(new PublishOptions { Named = [run["none"]], Gates = ["churn"] });
        Assert.Contains("was not evaluated", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);

        await run.Run(new PublishOptions { Named = [run.Report()], Gates = ["churn"] });
        Assert.Contains("Model `m` failed: recall went 0.81 → 0.77", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);

        await run.Run(new PublishOptions { Named = [run["none"]], Gates = ["churn"] });
        Assert.Contains("Model `m` failed: recall went 0.81 → 0.77", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }
}
