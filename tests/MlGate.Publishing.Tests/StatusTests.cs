using System.Text;
using MlGate.Publishing.Comments;
using MlGate.Publishing.GitHub;
using MlGate.Reports;

namespace MlGate.Publishing.Tests;

public sealed class StatusTests
{
    private readonly FakeGitHub fake = new();

    [Theory]
    [InlineData(0, "success", "success")]
    [InlineData(1, "failure", "failure")]
    [InlineData(2, "failure", "failure")]
    [InlineData(4, "error", "failure")]
    [InlineData(70, "error", "failure")]
    public void Status_and_check_run_say_what_the_exit_code_says(int exit, string state, string conclusion)
    {
        Assert.Empty(Publishing.To(fake, Publishing.Request() with { ExitCode = exit, CommitStatus = true, CheckRun = true }));

        var (status, run) = (Assert.Single(fake.Statuses), Assert.Single(fake.CheckRuns));
        Assert.Equal(
            (state, "mlgate/churn", FakeGitHub.Head),
            ((string)status["state"]!, (string)status["context"]!, (string)status["sha"]!)
        );
        Assert.Equal(
            (conclusion, "completed", FakeGitHub.Head),
            ((string)run["conclusion"]!, (string)run["status"]!, (string)run["head_sha"]!)
        );
    }

    [Fact]
    public void No_green_stands_for_a_moment_in_the_place_of_a_red_of_the_same_attempt()
    {
        var request = Publishing.Request() with
        {
            Comment = null,
            CommitStatus = true,
            Details = new Uri("https://github.example.test/runs/812"),
        };
        Publishing.To(fake, request with { ExitCode = 1, Verdict = "failed" });

        var findings = Publishing.To(fake, request with { ExitCode = 0, Verdict = "passed", At = request.At.AddMinutes(5) });

        Assert.Contains(findings, finding => finding.Code == MlGate.Findings.Diagnostics.PublishingSuperseded.Code);
        Assert.Equal(["failure", "pending", "failure"], fake.Statuses.Select(status => (string)status["state"]!));
    }

    [Fact]
    public void A_long_description_ends_with_an_ellipsis_at_140_characters()
    {
        Assert.Empty(
            Publishing.To(
                fake,
                Publishing.Request() with
                {
                    CommitStatus = true,
                    Summary = string.Concat(Enumerable.Repeat("👩‍🔬a", 100)),
                }
            )
        );

        var text = (string)fake.Statuses[0]["description"]!;
        Assert.InRange(text.Length, 130, 140);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
        Assert.False(char.IsSurrogate(text[^2]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(130, 3)]
    public void Annotations_go_fifty_at_a_time(int count, int requests)
    {
        var annotations = Enumerable
            .Range(0, count)
            .Select(line => new PublishedAnnotation("mlgate.yml", line, true, "recall", $"drop {line}"))
            .ToList();

        Assert.Empty(Publishing.To(fake, Publishing.Request() with { CheckRun = true, Annotations = annotations }));

        Assert.Equal(requests, fake.Writes.Count(call => call.Path.Contains("check-runs", StringComparison.Ordinal)));
        Assert.Equal(annotations.Select(annotation => annotation.Message), Written());
    }

    [Fact]
    public void Annotations_that_were_written_untold_are_not_written_twice()
    {
        var annotations = Enumerable
            .Range(0, 130)
            .Select(line => new PublishedAnnotation("mlgate.yml", line, false, "recall", $"drop {line}"))
            .ToList();
        var lost = 0;
        fake.After = (_, call, answer) =>
            call.Method != "GET" && call.Path.Contains("check-runs", StringComparison.Ordinal) && lost++ % 2 == 0
                ? FakeGitHub.Answer(502)
                : answer;

        Assert.Empty(Publishing.To(fake, Publishing.Request() with { CheckRun = true, Annotations = annotations }));

        Assert.Equal(annotations.Select(annotation => annotation.Message), Written());
    }

    [Fact]
    public void The_same_attempt_makes_one_check_run()
    {
        Publishing.To(fake, Publishing.Request() with { CheckRun = true });
        Publishing.To(fake, Publishing.Request() with { CheckRun = true });

        Assert.Single(fake.CheckRuns);
    }

    [Fact]
    public void A_text_that_is_too_long_is_left_out_in_whole_parts()
    {
        var part = "<details>\n<summary>part</summary>\n\n" + string.Concat(Enumerable.Repeat("| älter | 1 |\n", 400)) + "\n</details>\n\n";
        var text = "## ❌ first\n\n" + string.Concat(Enumerable.Repeat(part, 20));

        var findings = Publishing.To(fake, Publishing.Request(text) with { CheckRun = true });

        Assert.Equal("MLG6030", Publishing.Code(Assert.Single(findings)));
        foreach (var body in new[] { Assert.Single(fake.Comments).Body, (string)fake.CheckRuns[0]["output"]!["summary"]! })
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(body), 50_000, 65_535);
            Assert.Equal(body.Split("<details>").Length, body.Split("</details>").Length);
            Assert.Contains("in the full report", body, StringComparison.Ordinal);
        }

        Assert.NotNull(CommentState.Read(fake.Comments[0].Body));
    }

    [Fact]
    public void One_endless_line_still_leaves_a_comment()
    {
        Publishing.To(fake, Publishing.Request(new string('x', 100_000)));

        Assert.Contains("in the full report", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Marker_and_state_of_the_rendered_text_are_replaced()
    {
        var rendered =
            CommentBody.From("churn", "## ❌ fails", Publishing.Request().State(Publishing.Context(1)), GitHubHost.MostBytes).Text + "\n";

        Publishing.To(fake, Publishing.Request(rendered));

        Assert.Equal(
            CommentBody.From("churn", "## ❌ fails", Publishing.Request().State(Publishing.Context()), GitHubHost.MostBytes).Text,
            Assert.Single(fake.Comments).Body
        );
    }

    [Theory]
    [InlineData("a--b -->")]
    [InlineData("<script>\"\\\n")]
    public void No_text_ends_the_hidden_state(string text)
    {
        var state = Publishing.Request().State(Publishing.Context()) with { Verdict = text, Report = text };

        var line = state.Write();

        Assert.Equal(state, CommentState.Read("x\n" + line));
        Assert.Equal(2, line.Split("--").Length - 1);
        Assert.DoesNotContain('\n', line);
    }

    private IEnumerable<string> Written() =>
        Assert.Single(fake.CheckRuns)["output"]!["annotations"]!.AsArray().Select(annotation => (string)annotation!["message"]!);
}
