using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Publishing.Tests;

/// <summary>Which result counts: of two runs, of two attempts, and of two steps of one attempt.</summary>
public sealed class OrderTests
{
    private readonly FakeGitHub fake = new();

    // Said later than the report was made.
    private static PublishRequest NoReport =>
        Publishing.Request("## 💥 could not measure") with
        {
            ExitCode = ExitCode.Environment,
            Verdict = "could-not-measure",
            Report = "",
            At = Publishing.At.AddHours(2),
            Summary = "could not measure",
            CommitStatus = true,
            CheckRun = true,
            Details = OrderedResults.Link,
        };

    private static PublishRequest Measuring =>
        Publishing.Request("## ⏳ measuring") with
        {
            ExitCode = null,
            Verdict = CommentState.Measuring,
            Report = "",
            At = DateTimeOffset.UnixEpoch,
            Summary = "measuring",
            CommitStatus = true,
            Details = OrderedResults.Link,
        };

    [Fact]
    public void A_report_that_a_second_attempt_to_publish_finds_replaces_what_said_that_there_is_none()
    {
        Publishing.To(fake, NoReport);

        Assert.Empty(Publishing.To(fake, OrderedResults.Report));

        Assert.Contains("✅ measured", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
        Assert.Equal("success", (string)fake.Statuses[^1]["state"]!);
        var run = Assert.Single(fake.CheckRuns);
        Assert.Equal(("success", "passes"), ((string)run["conclusion"]!, (string)run["output"]!["title"]!));
        Assert.Contains("✅ measured", (string)run["output"]!["summary"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_says_that_there_is_no_report_never_replaces_one()
    {
        Publishing.To(fake, OrderedResults.Report);
        fake.Calls.Clear();

        var finding = Assert.Single(Publishing.To(fake, NoReport));

        Assert.Equal(("MLG6027", Severity.Info), (Publishing.Code(finding), finding.Severity));
        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void The_same_holds_without_a_comment()
    {
        var (report, none) = (OrderedResults.Report with { Comment = null }, NoReport with { Comment = null });
        Publishing.To(fake, none);
        Assert.Empty(Publishing.To(fake, report));
        Assert.Equal(["error", "success"], fake.Statuses.Select(status => (string)status["state"]!));
        Assert.Equal("success", (string)Assert.Single(fake.CheckRuns)["conclusion"]!);
        fake.Calls.Clear();

        var findings = Publishing.To(fake, none);

        Assert.Equal(["publishing.status", "publishing.check"], findings.Select(finding => finding.Id));
        Assert.All(findings, finding => Assert.Equal("MLG6027", Publishing.Code(finding)));
        Assert.Equal(("success", "passes"), ((string)fake.Statuses[^1]["state"]!, (string)fake.Statuses[^1]["description"]!));
        Assert.Equal(["success", "success"], fake.CheckRuns.Select(run => (string)run["conclusion"]!));
        Assert.Equal(["passes", "superseded by a newer result"], fake.CheckRuns.Select(run => (string)run["output"]!["title"]!));
    }

    [Fact]
    public void A_check_run_keeps_its_marks_when_a_report_takes_it_over()
    {
        var annotations = Enumerable
            .Range(1, 60)
            .Select(line => new PublishedAnnotation("mlgate.yml", line, true, "recall", $"drop {line}"))
            .ToList();
        Publishing.To(fake, NoReport);

        Assert.Empty(Publishing.To(fake, OrderedResults.Report with { ExitCode = 1, Annotations = annotations }));

        Assert.Equal(
            annotations.Select(one => one.Message),
            Assert.Single(fake.CheckRuns)["output"]!["annotations"]!.AsArray().Select(one => (string)one!["message"]!)
        );
    }

    [Fact]
    public void A_later_report_of_the_same_attempt_does_not_stand_beside_marks_of_the_earlier_one()
    {
        Publishing.To(
            fake,
            OrderedResults.Report with
            {
                ExitCode = 1,
                Annotations = [new PublishedAnnotation("mlgate.yml", 1, true, "recall", "drop")],
            }
        );

        Assert.Empty(Publishing.To(fake, OrderedResults.Report with { At = Publishing.At.AddMinutes(1), Report = "sha256:77" }));

        Assert.Equal(["failure", "success"], fake.CheckRuns.Select(run => (string)run["conclusion"]!));
        Assert.Empty(fake.CheckRuns[1]["output"]!["annotations"]!.AsArray());
    }

    [Theory]
    [InlineData(811, 3)]
    [InlineData(812, 1)]
    public void An_older_attempt_does_not_stand(long run, int attempt)
    {
        Publishing.To(fake, OrderedResults.Report, attempt: 2);
        fake.Calls.Clear();

        foreach (var older in new[] { Measuring, NoReport, OrderedResults.Report with { ExitCode = 1 } })
        {
            Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Publishing.To(fake, older, run: run, attempt: attempt))));
            Assert.Empty(fake.Writes);
        }

        foreach (var older in new[] { Measuring, NoReport, OrderedResults.Report with { ExitCode = 1 } })
        {
            Assert.All(Publishing.To(fake, older with { Comment = null }, run: run, attempt: attempt), finding =>
                Assert.Equal("MLG6027", Publishing.Code(finding))
            );
            Assert.Equal("success", (string)fake.Statuses[^1]["state"]!);
            Assert.Contains("=812.2.", (string)fake.Statuses[^1]["target_url"]!, StringComparison.Ordinal);
            Assert.Equal("success", (string)fake.CheckRuns[^1]["conclusion"]!);
        }
    }

    [Fact]
    public void Nothing_is_said_of_a_commit_that_the_pull_request_no_longer_shows()
    {
        fake.HeadSha = FakeGitHub.Other;

        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Publishing.To(fake, OrderedResults.Report))));

        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void What_waits_for_a_newer_run_replaces_the_result_of_an_older_one()
    {
        Publishing.To(fake, OrderedResults.Report);

        Assert.Empty(Publishing.To(fake, Measuring, run: 813));

        Assert.Equal(["success", "pending"], fake.Statuses.Select(status => (string)status["state"]!));
    }

    [Fact]
    public void What_waits_does_not_replace_a_result_of_nobody_knows_which_run()
    {
        Publishing.To(fake, OrderedResults.Report with { Details = null });

        var finding = Assert.Single(Publishing.To(fake, Measuring with { Comment = null }, run: 813));

        Assert.Equal("MLG6027", Publishing.Code(finding));
        Assert.Equal("success", (string)Assert.Single(fake.Statuses)["state"]!);
    }

    [Fact]
    public void A_status_behind_more_than_a_hundred_others_is_found()
    {
        Publishing.To(fake, OrderedResults.Report);
        for (var i = 0; i < 120; i++)
        {
            Publishing.To(fake, OrderedResults.Report with { Gate = $"other {i}", Comment = null, CheckRun = false }, run: 900);
        }

        fake.Calls.Clear();

        Publishing.To(fake, OrderedResults.Report with { Comment = null, CheckRun = false }, run: 811);

        Assert.Contains("=812.1.", (string)fake.Statuses[^1]["target_url"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Statuses_that_cannot_be_read_are_not_written_over()
    {
        fake.Before = (_, call) =>
            call is { Method: "GET" } && call.Path.EndsWith("statuses", StringComparison.Ordinal) ? FakeGitHub.Answer(403) : null;

        Assert.Equal("MLG6020", Publishing.Code(Assert.Single(Publishing.To(fake, OrderedResults.Report))));

        Assert.Empty(fake.Statuses);
        Assert.Single(fake.Comments);
    }

    [Fact]
    public void An_older_build_does_not_stand_on_Azure()
    {
        var azure = new FakeAzure();
        Azure.To(azure, OrderedResults.Report, run: 812);
        azure.Calls.Clear();

        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Azure.To(azure, Measuring, run: 811))));
        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Azure.To(azure, Measuring with { Comment = null }, run: 811))));
        Assert.Empty(azure.Writes);
        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Azure.To(azure, NoReport with { Comment = null }))));

        Assert.Equal("succeeded", (string)Assert.Single(azure.Statuses)["state"]!);
    }

    [Fact]
    public void A_newer_check_run_that_came_meanwhile_decides_how_the_last_one_ends()
    {
        var (passes, fails) = (
            OrderedResults.Report with
            {
                Comment = null,
                CommitStatus = false,
            },
            OrderedResults.Report with
            {
                ExitCode = 1,
                Comment = null,
                CommitStatus = false,
            }
        );
        var (published, newer) = (false, default(string));
        fake.Before = (_, call) =>
        {
            if (published || call.Method != "POST")
            {
                return null;
            }

            published = true;
            newer = Publishing.To(fake, fails, run: 813).Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return null;
        };

        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Publishing.To(fake, passes))));

        Assert.Equal("0", newer);
        Assert.Equal(["failure", "failure"], fake.CheckRuns.Select(one => (string)one["conclusion"]!));
    }

    [Theory]
    [InlineData("failed", 1, "passed", 0)]
    [InlineData("passed", 0, "failed", 1)]
    [InlineData("passed", 0, "undecided", 2)]
    [InlineData("failed", 1, "wrong-bytes", 4)]
    public void Of_two_reports_of_one_attempt_the_worse_stands_whichever_comes_first(
        string first,
        int firstExit,
        string second,
        int secondExit
    )
    {
        var azure = new FakeAzure();
        foreach (var (word, exit, minute) in new[] { (first, firstExit, 0), (second, secondExit, 1) })
        {
            foreach (var comment in new Func<string?, string>?[] { _ => word, null })
            {
                var request = OrderedResults.Report with
                {
                    Verdict = word,
                    Report = "sha256:" + word,
                    ExitCode = exit,
                    Summary = word,
                    Comment = comment,
                    At = Publishing.At.AddMinutes(minute),
                };
                Publishing.To(fake, request);
                Azure.To(azure, request);
            }
        }

        var worst =
            firstExit == 0 ? second
            : firstExit > secondExit ? first
            : second;
        Assert.Contains(worst, Assert.Single(fake.Comments).Body.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains(worst, Assert.Single(azure.Open).Content.Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal((worst, worst), ((string)fake.Statuses[^1]["description"]!, (string)Assert.Single(azure.Statuses)["description"]!));
        Assert.Equal("failure", (string)fake.CheckRuns[^1]["conclusion"]!);
    }
}
