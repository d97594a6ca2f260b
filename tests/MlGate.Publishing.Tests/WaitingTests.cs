using MlGate.Publishing.Calls;

namespace MlGate.Publishing.Tests;

/// <summary>How long publishing waits for a server.</summary>
public sealed class WaitingTests
{
    private readonly FakeGitHub fake = new();

    private readonly FakeClock clock = new();

    [Fact]
    public void The_wait_that_the_server_asks_for_is_kept()
    {
        fake.Before = (number, _) =>
            number switch
            {
                1 => FakeGitHub.Answer(429, headers: ("retry-after", "17")),
                2 => FakeGitHub.Answer(
                    403,
                    """{"message":"API rate limit exceeded"}""",
                    ("x-ratelimit-remaining", "0"),
                    ("x-ratelimit-reset", Unix(clock.Now.AddSeconds(23)))
                ),
                4 => FakeGitHub.Answer(403, """{"message":"You have exceeded a secondary rate limit."}"""),
                _ => null,
            };

        Assert.Empty(Publishing.To(fake, Publishing.Request(), clock));

        Assert.Equal([17.0, 23.0, 60.0], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public void The_clock_of_the_server_counts_for_its_reset()
    {
        var servers = clock.Now.AddHours(3);
        fake.Before = (number, _) =>
            number == 1
                ? FakeGitHub.Answer(
                    403,
                    """{"message":"API rate limit exceeded"}""",
                    ("x-ratelimit-remaining", "0"),
                    ("x-ratelimit-reset", Unix(servers.AddSeconds(40))),
                    ("date", servers.ToString("R"))
                )
                : null;

        Publishing.To(fake, Publishing.Request(), clock);

        Assert.Equal(40, clock.Waits[0].TotalSeconds);
    }

    [Fact]
    public void A_wait_beyond_the_limit_is_not_begun()
    {
        fake.Before = (_, _) => FakeGitHub.Answer(429, headers: ("retry-after", "3600"));

        var finding = Assert.Single(Publishing.To(fake, Publishing.Request(), clock));

        Assert.Equal("GitHub responded with 429 to 'read the pull request' and requires a wait of 3600 s", finding.Found);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public void The_reason_of_a_refusal_is_told_in_one_line()
    {
        fake.Before = (_, call) =>
            call.Method == "POST"
                ? FakeGitHub.Answer(
                    422,
                    """
                    {"message":"Validation Failed","errors":[{
                      "resource":"IssueComment","code":"unprocessable","field":"data",
                      "message":"Body is too long\n(maximum is 65536 characters)."}]}
                    """
                )
                : null;

        var finding = Assert.Single(Publishing.To(fake, Publishing.Request(), clock));

        Assert.Equal("GitHub responded with 422 to 'create the comment': Body is too long (maximum is 65536 characters)", finding.Found);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        var publisher = Publishing.Host(
            () => new Silence(),
            clock,
            limits: new RetryLimits(2, TimeSpan.FromMinutes(3)),
            timeout: TimeSpan.FromMilliseconds(20)
        );

        var finding = Assert.Single(await publisher.PublishAsync(Publishing.Request(), CancellationToken.None));

        Assert.Equal("MLG6025", Publishing.Code(finding));
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        using var stop = new CancellationTokenSource();
        fake.Before = (_, _) =>
        {
            stop.Cancel();
            return FakeGitHub.Answer(502);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Publishing.Host(() => fake.As(Publishing.Bot), clock).PublishAsync(Publishing.Request(), stop.Token)
        );
    }

    private static string Unix(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString();

    private sealed class Silence : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
