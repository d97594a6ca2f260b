using MlGate.Findings;

namespace MlGate.Publishing.Tests;

/// <summary>Several publishers at once, their requests in every order that a seed picks.</summary>
public sealed class RaceTests
{
    [Fact]
    public void A_publisher_that_starts_between_any_two_requests_of_another_leaves_one_comment()
    {
        for (var at = 1; at <= 5; at++)
        {
            var fake = new FakeGitHub();
            var (started, here) = (false, at);
            fake.Before = (number, _) =>
            {
                if (started || number != here)
                {
                    return null;
                }

                started = true;
                Assert.All(Publishing.To(fake, Publishing.Request("newer"), run: 813), finding =>
                    Assert.Equal(Severity.Info, finding.Severity)
                );
                return null;
            };

            Publishing.To(fake, Publishing.Request("older"));

            Assert.True(started);
            Assert.Contains("newer", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_publishers_in_any_order_leave_the_newest_result_in_one_comment()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var fake = await Race(seed, 2);

            Assert.Contains("result 812", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Three_publishers_in_any_order_leave_one_comment()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var fake = await Race(seed, 3);

            Assert.Single(fake.Comments);
        }
    }

    private static async Task<FakeGitHub> Race(int seed, int publishers)
    {
        var fake = new FakeGitHub();
        var random = new Random(seed);
        var turns = Enumerable.Range(0, publishers).Select(_ => new Turns(fake.As(Publishing.Bot))).ToList();
        var runs = turns
            .Select(
                (turn, index) =>
                    Publishing
                        .Host(() => turn, context: Publishing.Context(811 + index), timeout: TimeSpan.FromMinutes(5))
                        .PublishAsync(Publishing.Request($"result {811 + index}"), CancellationToken.None)
            )
            .ToList();

        while (!runs.TrueForAll(run => run.IsCompleted))
        {
            // All others stand still before a request or are done: one of them goes a request further.
            var waiting = new List<Turns>();
            for (var index = 0; index < publishers; index++)
            {
                while (!runs[index].IsCompleted && !turns[index].IsWaiting)
                {
                    await Task.Yield();
                }

                if (turns[index].IsWaiting)
                {
                    waiting.Add(turns[index]);
                }
            }

            if (waiting.Count > 0)
            {
                waiting[random.Next(waiting.Count)].Go();
            }
        }

        await Task.WhenAll(runs);
        return fake;
    }

    private sealed class Turns(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private volatile TaskCompletionSource? turn;

        public bool IsWaiting => turn is not null;

        public void Go()
        {
            var now = turn!;
            turn = null;
            now.SetResult();
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            turn = mine;
            await mine.Task;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
