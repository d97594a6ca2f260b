using MlGate.Findings;

namespace MlGate.Publishing.Tests;

public sealed class AzureFailureTests
{
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
                ("400", "MLG6026"),
                ("429", "MLG6024"),
                ("500", "MLG6025"),
                ("502", "MLG6025"),
                ("503", "MLG6025"),
                ("stall", "MLG6025"),
                ("broken", "MLG6025"),
                ("truncated", "MLG6025"),
                ("list", "MLG6025"),
                ("tls", "MLG6025"),
            ];
            foreach (var (failure, code) in failures)
            {
                foreach (var call in new[] { "GET 7", "GET threads", "POST threads", "GET iterations", "POST statuses" })
                {
                    data.Add(call, failure, code);
                }
            }

            foreach (var (failure, code) in failures.Where(failure => failure.Failure is not ("403" or "404")))
            {
                data.Add("PATCH 1", failure, code);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_call_that_always_fails_is_one_warning_and_never_more_than_one_thread(string call, string failure, string code)
    {
        var (fake, clock) = (new FakeAzure(), new FakeClock());
        if (call.StartsWith("PATCH", StringComparison.Ordinal))
        {
            Azure.To(fake, Publishing.Request("earlier"), run: 811);
        }

        fake.Before = (_, made) =>
            made.Method == call.Split(' ')[0] && made.Path.EndsWith("/" + call.Split(' ')[1], StringComparison.Ordinal)
                ? Fail(failure)
                : null;

        var findings = Azure.To(fake, Publishing.Request() with { CommitStatus = true }, clock);

        var finding = Assert.Single(findings);
        Assert.Equal((code, Severity.Warn), (Publishing.Code(finding), finding.Severity));
        Assert.InRange(fake.Threads.Count, 0, 1);
        Assert.InRange(clock.Waits.Sum(wait => wait.TotalMinutes), 0, 3.1);
        Assert.DoesNotContain(["s3cret", "\n", "<html"], word => finding.Message.Contains(word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("409")]
    [InlineData("429")]
    [InlineData("503")]
    [InlineData("stall")]
    [InlineData("broken")]
    [InlineData("truncated")]
    public void One_failure_at_any_call_is_mended_by_trying_again(string failure)
    {
        for (var at = 1; ; at++)
        {
            var (fake, failed, here) = (new FakeAzure(), false, at);
            fake.Before = (number, call) => number == here && (failed = true) ? Fail(failure) : null;

            Assert.Empty(Azure.To(fake, Publishing.Request() with { CommitStatus = true }));

            Assert.Equal((1, 1), (fake.Open.Count(), fake.Statuses.Count));
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
    public void A_thread_that_was_made_untold_is_not_made_again(string failure)
    {
        var fake = new FakeAzure();
        fake.After = (_, call, answer) => call.Method == "POST" ? Fail(failure) : answer;

        Assert.Empty(Azure.To(fake, Publishing.Request()));

        Assert.Single(fake.Writes);
        Assert.Single(fake.Threads);
    }

    [Theory]
    [InlineData("500", 1)]
    [InlineData("stall", 1)]
    [InlineData("403", 0)]
    [InlineData("404", 0)]
    public void An_extra_thread_that_cannot_be_removed_goes_with_the_next_result(string failure, int warnings)
    {
        var fake = new FakeAzure();
        fake.Add(FakeAzure.Build, Comments.CommentMarker.From("churn") + "\none");
        fake.Add(FakeAzure.Build, Comments.CommentMarker.From("churn") + "\ntwo");
        fake.Before = (_, call) => call.Method == "DELETE" ? Fail(failure) : null;
        Assert.Equal(warnings, Azure.To(fake, Publishing.Request()).Count);

        fake.Before = null;
        Assert.Empty(Azure.To(fake, Publishing.Request("again"), run: 813));

        Assert.Contains("again", Assert.Single(fake.Open).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thread_whose_status_cannot_be_set_is_told()
    {
        var fake = new FakeAzure();
        Azure.To(fake, Publishing.Request("earlier"), run: 811);
        fake.Before = (_, call) =>
            call.Method == "PATCH" && !call.Path.EndsWith("/comments/1", StringComparison.Ordinal) ? Fail("502") : null;

        var finding = Assert.Single(Azure.To(fake, Publishing.Request("passes") with { ExitCode = 0 }));

        Assert.Equal("MLG6025", Publishing.Code(finding));
        Assert.Contains("passes", Assert.Single(fake.Threads).Content, StringComparison.Ordinal);

        fake.Before = null;
        Assert.Empty(Azure.To(fake, Publishing.Request("passes") with { ExitCode = 0 }));
        Assert.Equal("fixed", fake.Threads[0].Status);
    }

    [Fact]
    public void A_publisher_that_starts_between_any_two_requests_of_another_leaves_one_thread()
    {
        for (var at = 1; at <= 5; at++)
        {
            var (fake, started, here) = (new FakeAzure(), false, at);
            fake.Before = (number, _) =>
            {
                if (started || number != here)
                {
                    return null;
                }

                started = true;
                Assert.All(Azure.To(fake, Publishing.Request("newer") with { ExitCode = 0 }, run: 813), finding =>
                    Assert.Equal(Severity.Info, finding.Severity)
                );
                return null;
            };

            Azure.To(fake, Publishing.Request("older"));

            Assert.True(started);
            var thread = Assert.Single(fake.Open);
            Assert.Contains("newer", thread.Content, StringComparison.Ordinal);
            Assert.Equal("fixed", thread.Status);
        }
    }

    private static HttpResponseMessage Fail(string failure) =>
        failure switch
        {
            "stall" => throw new TaskCanceledException("stall", new TimeoutException()),
            "broken" => throw new HttpRequestException("reset s3cret"),
            "tls" => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "certificate"),
            "truncated" => FakeGitHub.Answer(200, "{\"id\": 5, \"va"),
            "list" => FakeGitHub.Answer(200, "[]"),
            "502" => FakeGitHub.Answer(502, "<html>bad gateway</html>"),
            _ => FakeGitHub.Answer(int.Parse(failure), """{"message":"no"}"""),
        };
}
