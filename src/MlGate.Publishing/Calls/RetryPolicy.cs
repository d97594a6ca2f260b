namespace MlGate.Publishing.Calls;

/// <summary>How often and how long is tried. A gate's result must not wait for its comment.</summary>
/// <param name="Tries">Of one call, the first included.</param>
/// <param name="Time">Of everything that one publishing does, waiting included.</param>
internal sealed record RetryLimits(int Tries, TimeSpan Time)
{
    // The wait that a secondary limit asks for is a minute at least: less time than that would be none.
    public static RetryLimits Default { get; } = new(5, TimeSpan.FromMinutes(3));
}

/// <summary>Waits between calls, within the limits.</summary>
internal sealed class RetryPolicy(IDelay waiting, RetryLimits limits)
{
    // GitHub asks for a second between writes.
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromSeconds(1);

    // Of a request that is on its way; seldom more than a few hundred milliseconds.
    private static readonly TimeSpan OfOthers = TimeSpan.FromSeconds(2);

    private readonly DateTimeOffset end = waiting.Now + limits.Time;
    private DateTimeOffset? lastWrite;

    public DateTimeOffset Now => waiting.Now;

    /// <summary>Waits until the call may be made again; false if it may not, or not in time.</summary>
    /// <param name="refusal">Of the last attempt.</param>
    /// <param name="attempt">Its number, from 1.</param>
    /// <param name="cancel">Stops the wait.</param>
    public async Task<bool> WaitForAsync(ServerError refusal, int attempt, CancellationToken cancel)
    {
        if (!refusal.Again || attempt >= limits.Tries)
        {
            return false;
        }

        // A limit that names no time doubles from a minute, anything else from a second.
        var first = refusal.Kind == ServerErrorKind.Limited ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1);
        var wait = refusal.Wait ?? first * (1 << (attempt - 1));
        if (waiting.Now + wait > end)
        {
            return false;
        }

        await waiting.WaitAsync(wait, cancel).ConfigureAwait(false);
        return true;
    }

    /// <summary>Waits until the writes of others, who looked before the last write here, have arrived.</summary>
    public Task WaitForOthersAsync(CancellationToken cancel) => waiting.WaitAsync(OfOthers, cancel);

    public async Task WaitBeforeWriteAsync(CancellationToken cancel)
    {
        var since = waiting.Now - (lastWrite ?? DateTimeOffset.MinValue);
        if (since >= TimeSpan.Zero && since < BetweenWrites)
        {
            await waiting.WaitAsync(BetweenWrites - since, cancel).ConfigureAwait(false);
        }

        lastWrite = waiting.Now;
    }
}
