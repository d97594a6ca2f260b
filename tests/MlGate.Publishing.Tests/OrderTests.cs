using MlGate.Findings;
using MlGate.Publishing.Ordering;
using MlGate.Reports;

namespace MlGate.Publishing.Tests;

/// <summary>Which result counts: of two runs, of two attempts, and of two steps of one attempt.</summary>
public sealed class OrderTests
{
    private static readonly Uri Link = new("https://ci.example/runs/1");

    private readonly FakeGitHub fake = new();

    private static PublishRequest Report => Publishing.Request("## ✅ measured") with { ExitCode = 0, Summary = "passes", CommitStatus = true, CheckRun = true, Details = Link };

    // Said later than the report was made.
    private static PublishRequest NoReport =>
        Publishing.Request("## 💥 could not measure") with { ExitCode = ExitCode.Environment, Verdict = "could-not-measure", Report = "", At = Publishing.At.AddHours(2), Summary = "could not measure", CommitStatus = true, CheckRun = true, Details = Link };

    private static PublishRequest Measuring =>
        Publishing.Request("## ⏳ measuring") with { ExitCode = null, Verdict = CommentState.Measuring, Report = "", At = DateTimeOffset.UnixEpoch, Summary = "measuring", CommitStatus = true, Details = Link };

    [Fact]
    public void A_report_that_a_second_attempt_to_publish_finds_replaces_what_said_that_there_is_none()
    {
        Publishing.To(fake, NoReport);

        Assert.Empty(Publishing.To(fake, Report));

        Assert.Contains("✅ measured", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
        Assert.Equal("success", (string)fake.Statuses[^1]["state"]!);
        var run = Assert.Single(fake.CheckRuns);
        Assert.Equal(("success", "passes"), ((string)run["conclusion"]!, (string)run["output"]!["title"]!));
        Assert.Contains("✅ measured", (string)run["output"]!["summary"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_says_that_there_is_no_report_never_replaces_one()
    {
        Publishing.To(fake, Report);
        fake.Calls.Clear();

        var finding = Assert.Single(Publishing.To(fake, NoReport));

        Assert.Equal(("MLG6027", Severity.Info), (Publishing.Code(finding), finding.Severity));
        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void The_same_holds_without_a_comment()
    {
        var (report, none) = (Report with { Comment = null }, NoReport with { Comment = null });
        Publishing.To(fake, none);
        Assert.Empty(Publishing.To(fake, report));
        Assert.Equal(["error", "success"], fake.Statuses.Select(status => (string)status["state"]!));
        Assert.Equal("success", (string)Assert.Single(fake.CheckRuns)["conclusion"]!);
        fake.Calls.Clear();

        var findings = Publishing.To(fake, none);

        Assert.Equal(["publishing.status", "publishing.check"], findings.Select(finding => finding.Id));
        Assert.All(findings, finding => Assert.Equal("MLG6027", Publishing.Code(finding)));
        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void A_check_run_keeps_its_marks_when_a_report_takes_it_over()
    {
        var annotations = Enumerable.Range(1, 60).Select(line => new PublishedAnnotation("mlgate.yml", line, true, "recall", $"drop {line}")).ToList();
        Publishing.To(fake, NoReport);

        Assert.Empty(Publishing.To(fake, Report with { ExitCode = 1, Annotations = annotations }));

        Assert.Equal(annotations.Select(one => one.Message), Assert.Single(fake.CheckRuns)["output"]!["annotations"]!.AsArray().Select(one => (string)one!["message"]!));
    }

    [Fact]
    public void A_later_report_of_the_same_attempt_does_not_stand_beside_marks_of_the_earlier_one()
    {
        Publishing.To(fake, Report with { ExitCode = 1, Annotations = [new PublishedAnnotation("mlgate.yml", 1, true, "recall", "drop")] });

        Assert.Empty(Publishing.To(fake, Report with { At = Publishing.At.AddMinutes(1), Report = "sha256:77" }));

        Assert.Equal(["failure", "success"], fake.CheckRuns.Select(run => (string)run["conclusion"]!));
        Assert.Empty(fake.CheckRuns[1]["output"]!["annotations"]!.AsArray());
    }

    [Theory]
    [InlineData(811, 3)]
    [InlineData(812, 1)]
    public void An_older_attempt_changes_nothing(long run, int attempt)
    {
        Publishing.To(fake, Report, attempt: 2);
        fake.Calls.Clear();

        foreach (var older in new[] { Measuring, NoReport, Report with { ExitCode = 1 } })
        {
            Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Publishing.To(fake, older, run: run, attempt: attempt))));
            Assert.All(Publishing.To(fake, older with { Comment = null }, run: run, attempt: attempt), finding => Assert.Equal("MLG6027", Publishing.Code(finding)));
        }

        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void Nothing_is_said_of_a_commit_that_the_pull_request_no_longer_shows()
    {
        fake.HeadSha = FakeGitHub.Other;

        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Publishing.To(fake, Report))));

        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void What_waits_for_a_newer_run_replaces_the_result_of_an_older_one()
    {
        Publishing.To(fake, Report);

        Assert.Empty(Publishing.To(fake, Measuring, run: 813));

        Assert.Equal(["success", "pending"], fake.Statuses.Select(status => (string)status["state"]!));
    }

    [Fact]
    public void What_waits_does_not_replace_a_result_of_nobody_knows_which_run()
    {
        Publishing.To(fake, Report with { Details = null });

        var finding = Assert.Single(Publishing.To(fake, Measuring with { Comment = null }, run: 813));

        Assert.Equal("MLG6027", Publishing.Code(finding));
        Assert.Equal("success", (string)Assert.Single(fake.Statuses)["state"]!);
    }

    [Fact]
    public void A_status_behind_more_than_a_hundred_others_is_found()
    {
        Publishing.To(fake, Report);
        for (var i = 0; i < 120; i++) Publishing.To(fake, Report with { Gate = $"other {i}", Comment = null, CheckRun = false }, run: 900);
        fake.Calls.Clear();

        Publishing.To(fake, Report with { Comment = null, CheckRun = false }, run: 811);

        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void Statuses_that_cannot_be_read_are_not_written_over()
    {
        fake.Before = (_, call) => call is { Method: "GET" } && call.Path.EndsWith("statuses", StringComparison.Ordinal) ? FakeGitHub.Answer(403) : null;

        Assert.Equal("MLG6020", Publishing.Code(Assert.Single(Publishing.To(fake, Report))));

        Assert.Empty(fake.Statuses);
        Assert.Single(fake.Comments);
    }

    [Fact]
    public void An_older_build_changes_nothing_on_Azure()
    {
        var azure = new FakeAzure();
        Azure.To(azure, Report, run: 812);
        azure.Calls.Clear();

        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Azure.To(azure, Measuring, run: 811))));
        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Azure.To(azure, Measuring with { Comment = null }, run: 811))));
        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Azure.To(azure, NoReport with { Comment = null }))));

        Assert.Empty(azure.Writes);
        Assert.Equal("succeeded", (string)Assert.Single(azure.Statuses)["state"]!);
    }

    [Theory]
    [InlineData("https://ci.example/a", "https://ci.example/a#:~:mlgate=98765432109.2.2.1795369932")]
    [InlineData("https://ci.example/a?b=1#churn", "https://ci.example/a?b=1#churn:~:mlgate=98765432109.2.2.1795369932")]
    public void A_link_carries_which_result_it_leads_to(string link, string carrying)
    {
        var order = new ResultOrder(98_765_432_109, 2, ResultKind.Report, Publishing.At);

        Assert.Equal(carrying, order.In(new Uri(link)));
        Assert.Equal(order, ResultOrder.Of(carrying));
    }

    [Theory]
    [InlineData("https://ci.example/a")]
    [InlineData("https://ci.example/a#:~:mlgate=1.2.3.4")]
    [InlineData("https://ci.example/a#:~:mlgate=1.2.2.4&x")]
    [InlineData("https://ci.example/a#:~:mlgate=99999999999999999999.1.2.4")]
    [InlineData("https://ci.example/a#:~:mlgate=1.99999999999.2.4")]
    [InlineData("https://ci.example/a#:~:mlgate=1.1.2.999999999999")]
    [InlineData("https://ci.example/a#:~:mlgate=١.1.2.4")]
    public void A_link_that_carries_nothing_sensible_tells_nothing(string link) => Assert.Null(ResultOrder.Of(link));
}
