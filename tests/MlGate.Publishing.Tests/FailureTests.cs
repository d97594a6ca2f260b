using MlGate.Findings;

namespace MlGate.Publishing.Tests;

public sealed class FailureTests
{
    private readonly FakeGitHub fake = new();
    private readonly FakeClock clock = new();

    public static TheoryData<string, string, string> Refusals
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            (string Failure, string Code)[] failures =
            [
                ("401", "MLG6022"),
                ("403", "MLG6020"),
                ("404", "MLG6023"),
                ("409", "MLG6026"),
                ("410", "MLG6023"),
                ("422", "MLG6026"),
                ("429", "MLG6024"),
                ("500", "MLG6025"),
                ("502", "MLG6025"),
                ("503", "MLG6025"),
                ("stall", "MLG6025"),
                ("broken", "MLG6025"),
                ("truncated", "MLG6025"),
                ("tls", "MLG6025"),
                ("limit", "MLG6024"),
                ("secondary", "MLG6024"),
            ];
            foreach (var (failure, code) in failures)
            {
                data.Add("GET pulls", failure, code);
                data.Add("GET comments", failure, code);
                data.Add("POST comments", failure, code);
                data.Add("POST statuses", failure, code);
                data.Add("GET check-runs", failure, code);
                data.Add("POST check-runs", failure, code);
            }

            foreach (var (failure, code) in failures.Where(failure => failure.Failure is not ("403" or "404" or "410")))
            {
                data.Add("PATCH comments", failure, code);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_call_that_always_fails_is_one_warning_and_never_more_than_one_comment(string call, string failure, string code)
    {
        var earlier = call == "PATCH comments";
        if (earlier)
        {
            Publishing.To(fake, Publishing.Request("earlier"), run: 811);
        }

        fake.Before = (_, made) => Is(made, call) ? Fail(failure) : null;

        var findings = Publishing.To(fake, Publishing.Request() with { CommitStatus = true, CheckRun = true }, clock);

        var finding = Assert.Single(findings);
        Assert.Equal((code, Severity.Warn), (Publishing.Code(finding), finding.Severity));
        Assert.InRange(fake.Comments.Count, 0, 1);
        Assert.InRange(clock.Waits.Sum(wait => wait.TotalMinutes), 0, 3.1);
        Assert.DoesNotContain(["s3cret", "\n", "<html"], word => finding.Message.Contains(word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("409")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("stall")]
    [InlineData("broken")]
    [InlineData("truncated")]
    [InlineData("secondary")]
    public void One_failure_at_any_call_is_mended_by_trying_again(string failure)
    {
        for (var at = 1; ; at++)
        {
            var once = new FakeGitHub();
            var (failed, here) = (false, at);
            once.Before = (number, _) => number == here && (failed = true) ? Fail(failure) : null;

            var findings = Publishing.To(once, Publishing.Request() with { CommitStatus = true, CheckRun = true });

            Assert.Empty(findings);
            Assert.Equal((1, 1, 1), (once.Comments.Count, once.Statuses.Count, once.CheckRuns.Count));
            if (!failed)
            {
                break;
            }
        }
    }

    [Theory]
    [InlineData("502")]
    [InlineData("stall")]
    [InlineData("truncated")]
    [InlineData("broken")]
    public void A_write_that_happened_untold_is_not_made_again(string failure)
    {
        fake.After = (_, call, answer) =>
            call.Method == "POST" && !call.Path.Contains("statuses", StringComparison.Ordinal) ? Fail(failure) : answer;

        var findings = Publishing.To(fake, Publishing.Request() with { CheckRun = true });

        Assert.Empty(findings);
        Assert.Equal(
            ["POST repos/acme/shop/issues/7/comments", "POST repos/acme/shop/check-runs"],
            fake.Writes.Where(call => call.Method == "POST").Select(call => $"{call.Method} {call.Path}")
        );
        Assert.Equal((1, 1), (fake.Comments.Count, fake.CheckRuns.Count));
    }

    [Theory]
    [InlineData("403")]
    [InlineData("500")]
    [InlineData("stall")]
    [InlineData("truncated")]
    public void A_page_of_comments_that_cannot_be_read_makes_no_second_comment(string failure)
    {
        for (var i = 0; i < 150; i++)
        {
            fake.Add("ann", "User", "talk");
        }

        Publishing.To(fake, Publishing.Request("earlier"), run: 811);
        fake.Before = (_, call) => call.Query.Contains("page=2", StringComparison.Ordinal) ? Fail(failure) : null;

        var finding = Assert.Single(Publishing.To(fake, Publishing.Request(), clock));

        Assert.Equal(Severity.Warn, finding.Severity);
        Assert.Contains("earlier", Assert.Single(fake.Comments, comment => comment.Login == Publishing.Bot).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("500", 1)]
    [InlineData("429", 1)]
    [InlineData("stall", 1)]
    [InlineData("broken", 1)]
    [InlineData("403", 0)]
    [InlineData("404", 0)]
    public void An_extra_comment_that_cannot_be_removed_goes_with_the_next_result(string failure, int warnings)
    {
        fake.Add(Publishing.Bot, "Bot", Comments.CommentMarker.From("churn") + "\none");
        fake.Add(Publishing.Bot, "Bot", Comments.CommentMarker.From("churn") + "\ntwo");
        fake.Before = (_, call) => call.Method == "DELETE" ? Fail(failure) : null;

        Assert.Equal(warnings, Publishing.To(fake, Publishing.Request(), clock).Count);
        Assert.Contains("fails", fake.Comments[0].Body, StringComparison.Ordinal);

        fake.Before = null;
        Assert.Empty(Publishing.To(fake, Publishing.Request("again"), run: 813));
        Assert.Contains("again", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_permission_is_named()
    {
        fake.Before = (_, call) =>
            call.Method == "POST"
                ? FakeGitHub.Answer(
                    403,
                    """{"message":"Resource not accessible by integration"}""",
                    ("x-accepted-github-permissions", "issues=write; pull_requests=write")
                )
                : null;

        var finding = Assert.Single(Publishing.To(fake, Publishing.Request(), clock));

        Assert.Equal(
            "GitHub responded with 403 to 'create the comment'; it needs the permission issues=write and pull_requests=write",
            finding.Found
        );
        Assert.Empty(clock.Waits);
    }

    private static bool Is(FakeCall made, string call) =>
        made.Method == call.Split(' ')[0] && made.Path.Split('/').Contains(call.Split(' ')[1]);

    private static HttpResponseMessage Fail(string failure) =>
        failure switch
        {
            "stall" => throw new TaskCanceledException("stall", new TimeoutException()),
            "broken" => throw new HttpRequestException("reset s3cret"),
            "tls" => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "certificate"),
            "truncated" => FakeGitHub.Answer(200, "[{\"id\": 5, \"bo"),
            "limit" => FakeGitHub.Answer(
                403,
                """{"message":"API rate limit exceeded"}""",
                ("x-ratelimit-remaining", "0"),
                ("x-ratelimit-reset", "1800000000")
            ),
            "secondary" => FakeGitHub.Answer(403, """{"message":"You have exceeded a secondary rate limit."}"""),
            "502" => FakeGitHub.Answer(502, "<html>bad gateway</html>"),
            _ => FakeGitHub.Answer(int.Parse(failure)),
        };
}
