namespace MlGate.Publishing.Tests;

/// <summary>One request that a publisher made.</summary>
internal sealed record Step(int Publisher, bool IsWrite);

/// <summary>
/// Publishers at once, their requests in every order that there is. Only those requests are ordered that the publishers share.
/// </summary>
internal static class Interleavings
{
    /// <summary>Runs all orders.</summary>
    /// <param name="shared">Is the request one that is ordered?</param>
    /// <param name="start">Starts afresh: gets what each publisher must send through, made of the door that it would have used.</param>
    /// <param name="check">Looks at what an order has led to.</param>
    /// <returns>How many orders there were.</returns>
    public static async Task<int> All(
        Func<HttpRequestMessage, bool> shared,
        Func<Func<HttpMessageHandler, HttpMessageHandler>, IReadOnlyList<Task>> start,
        Action<IReadOnlyList<Step>> check
    )
    {
        List<int> script = [];
        for (var count = 1; ; count++)
        {
            List<int> choices = [];
            List<Turns> turns = [];
            List<Step> steps = [];
            var runs = start(inner =>
            {
                var turn = new Turns(inner, shared);
                turns.Add(turn);
                return turn;
            });

            while (runs.Any(run => !run.IsCompleted))
            {
                // All others stand still before a request or are done: one of them goes a request further.
                List<int> waiting = [];
                for (var index = 0; index < runs.Count; index++)
                {
                    while (!runs[index].IsCompleted && !turns[index].IsWaiting)
                    {
                        await Task.Yield();
                    }

                    if (turns[index].IsWaiting)
                    {
                        waiting.Add(index);
                    }
                }

                if (waiting.Count == 0)
                {
                    continue;
                }

                if (choices.Count == script.Count)
                {
                    script.Add(0);
                }

                var chosen = waiting[script[choices.Count]];
                choices.Add(waiting.Count);
                steps.Add(new Step(chosen, turns[chosen].IsWrite));
                turns[chosen].Go();
            }

            await Task.WhenAll(runs);
            check(steps);

            // The next order: the last choice that has another one.
            script = script[..choices.Count];
            while (script.Count > 0 && script[^1] == choices[script.Count - 1] - 1)
            {
                script.RemoveAt(script.Count - 1);
            }

            if (script.Count == 0)
            {
                return count;
            }

            script[^1]++;
        }
    }

    /// <summary>Did a publisher write after another had looked for the last time?</summary>
    public static bool WroteAfterTheLastLook(IReadOnlyList<Step> steps, int writer, int looker)
    {
        var (write, look) = (-1, -1);
        for (var at = 0; at < steps.Count; at++)
        {
            if (steps[at].Publisher == writer && steps[at].IsWrite)
            {
                write = at;
            }

            if (steps[at].Publisher == looker && !steps[at].IsWrite)
            {
                look = at;
            }
        }

        return write > look;
    }

    private sealed class Turns(HttpMessageHandler inner, Func<HttpRequestMessage, bool> shared) : DelegatingHandler(inner)
    {
        private volatile TaskCompletionSource? turn;

        public bool IsWaiting => turn is not null;

        public bool IsWrite { get; private set; }

        public void Go()
        {
            var now = turn!;
            turn = null;
            now.SetResult();
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (shared(request))
            {
                var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                IsWrite = request.Method != HttpMethod.Get;
                turn = mine;
                await mine.Task;
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
