using MlGate.Findings;
using MlGate.Publishing.Comments;

namespace MlGate.Publishing.Tests;

public sealed class GitLabFailureTests
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
                ("stall", "MLG6025"),
                ("broken", "MLG6025"),
                ("truncated", "MLG6025"),
                ("other", "MLG6025"),
                ("tls", "MLG6025"),
            ];
            foreach (var (failure, code) in failures)
            {
                foreach (var call in new[] { "GET 7", "GET notes", "POST notes" })
                {
                    data.Add(call, failure, code);
                }
            }

            // A note that may not be changed is not ours, or gone: another is made.
            foreach (var (failure, code) in failures.Where(failure => failure.Failure is not ("403" or "404")))
            {
                data.Add("PUT 40", failure, code);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_call_that_always_fails_is_one_warning_and_never_more_than_one_note(string call, string failure, string code)
    {
        var (fake, clock) = (new FakeGitLab(), new FakeClock());
        if (call.StartsWith("PUT", StringComparison.Ordinal))
        {
            GitLab.To(fake, Publishing.Request("earlier"), job: 811);
        }

        fake.Before = (_, made) =>
            made.Method == call.Split(' ')[0] && made.Path.EndsWith("/" + call.Split(' ')[1], StringComparison.Ordinal)
                ? Fail(failure)
                : null;

        var finding = Assert.Single(GitLab.To(fake, Publishing.Request(), clock));

        Assert.Equal((code, Severity.Warn), (Publishing.Code(finding), finding.Severity));
        Assert.InRange(fake.Notes.Count, 0, 1);
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
            var (fake, failed, here) = (new FakeGitLab(), false, at);
            fake.Before = (number, _) => number == here && (failed = true) ? Fail(failure) : null;

            Assert.Empty(GitLab.To(fake, Publishing.Request()));

            Assert.Single(fake.Notes);
            if (!failed)
            {
                Assert.True(at > 3);
                break;
            }
        }
    }

    [Theory]
    [InlineData("502")]
    [InlineData("stall")]
    [InlineData("truncated")]
    public void A_note_that_was_made_untold_is_not_made_again(string failure)
    {
        var fake = new FakeGitLab();
        fake.After = (_, call, answer) => call.Method == "POST" ? Fail(failure) : answer;

        Assert.Empty(GitLab.To(fake, Publishing.Request()));

        Assert.Single(fake.Writes);
        Assert.Single(fake.Notes);
    }

    [Theory]
    [InlineData("500", 1)]
    [InlineData("stall", 1)]
    [InlineData("403", 0)]
    [InlineData("404", 0)]
    public void An_extra_note_that_cannot_be_removed_goes_with_the_next_result(string failure, int warnings)
    {
        var fake = new FakeGitLab();
        fake.Add(FakeGitLab.Bot, CommentMarker.From("churn") + "\none");
        fake.Add(FakeGitLab.Bot, CommentMarker.From("churn") + "\ntwo");
        fake.Before = (_, call) => call.Method == "DELETE" ? Fail(failure) : null;
        Assert.Equal(warnings, GitLab.To(fake, Publishing.Request()).Count);

        fake.Before = null;
        Assert.Empty(GitLab.To(fake, Publishing.Request("again"), job: 813));

        Assert.Contains("again", Assert.Single(fake.Notes).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_fails_once_is_read_again()
    {
        var fake = new FakeGitLab { PageSize = 1 };
        fake.Add(1, "a remark");
        fake.Add(FakeGitLab.Bot, CommentMarker.From("churn") + "\nearlier");
        var failed = false;
        fake.Before = (_, call) =>
            !failed && call.Query.EndsWith("&page=2", StringComparison.Ordinal) && (failed = true) ? Fail("502") : null;

        Assert.Empty(GitLab.To(fake, Publishing.Request()));

        Assert.True(failed);
        Assert.Equal(2, fake.Notes.Count);
    }

    [Fact]
    public async Task Two_publishers_in_every_order_leave_one_note_and_the_newest_result_where_it_can_be_told()
    {
        FakeGitLab fake = new();
        var orders = await Interleavings.All(
            request => request.RequestUri!.AbsolutePath.Contains("/notes", StringComparison.Ordinal),
            door =>
            {
                fake = new FakeGitLab();
                return [Start(door, 812), Start(door, 813)];
            },
            steps =>
            {
                var note = Assert.Single(fake.Notes);
                if (!Interleavings.WroteAfterTheLastLook(steps, 0, 1))
                {
                    Assert.Contains("result 813", note.Body, StringComparison.Ordinal);
                }
            }
        );

        Assert.True(orders > 20, $"{orders} orders");

        Task Start(Func<HttpMessageHandler, HttpMessageHandler> door, long job)
        {
            var handler = door(fake.As(FakeGitLab.Bot));
            return GitLab
                .Host(() => handler, context: GitLab.Context(job), timeout: TimeSpan.FromMinutes(5))
                .PublishAsync(Publishing.Request($"result {job}"), CancellationToken.None);
        }
    }

    [Fact]
    public void A_publisher_that_starts_between_any_two_requests_of_another_leaves_one_note()
    {
        for (var at = 1; at <= 5; at++)
        {
            var (fake, started, here) = (new FakeGitLab(), false, at);
            fake.Before = (number, _) =>
            {
                if (started || number != here)
                {
                    return null;
                }

                started = true;
                Assert.All(GitLab.To(fake, Publishing.Request("newer"), job: 813), finding =>
                    Assert.Equal(Severity.Info, finding.Severity)
                );
                return null;
            };

            GitLab.To(fake, Publishing.Request("older"));

            Assert.True(started);
            Assert.Contains("newer", Assert.Single(fake.Notes).Body, StringComparison.Ordinal);
        }
    }

    private static HttpResponseMessage Fail(string failure) =>
        failure switch
        {
            "stall" => throw new TaskCanceledException("stall", new TimeoutException()),
            "broken" => throw new HttpRequestException("reset s3cret"),
            "tls" => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "certificate"),
            "truncated" => FakeGitHub.Answer(200, "{\"id\": 5, \"bo"),
            "other" => FakeGitHub.Answer(200, "\"text\""),
            "502" => FakeGitHub.Answer(502, "<html>bad gateway</html>"),
            _ => FakeGitHub.Answer(int.Parse(failure), """{"message":"no"}"""),
        };
}
