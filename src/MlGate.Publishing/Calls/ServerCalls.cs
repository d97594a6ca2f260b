namespace MlGate.Publishing.Calls;

/// <summary>Makes the calls: turns what goes wrong into refusals, and tries again where that can help.</summary>
internal sealed class ServerCalls(Patience patience)
{
    public Patience Patience => patience;

    /// <summary>A call that changes nothing.</summary>
    public Task<Answer<T>> Read<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class => Repeat(() => Attempt(what, call, cancel), cancel);

    /// <summary>A write that may be made twice with the same end.</summary>
    public Task<Answer<T>> Write<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class => Repeat(() => Once(what, call, cancel), cancel);

    /// <summary>A write that must not be made twice: after a refusal the caller looks first whether it happened.</summary>
    public async Task<Answer<T>> Once<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class
    {
        await patience.BeforeWrite(cancel).ConfigureAwait(false);
        return await Attempt(what, call, cancel).ConfigureAwait(false);
    }

    /// <summary>One attempt at something that is not needed.</summary>
    public async Task<Answer<T>> Attempt<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await call().ConfigureAwait(false) is { } value ? value : RefusalReading.Empty(what);
        }
        catch (Exception exception) when (RefusalReading.Knows(exception))
        {
            cancel.ThrowIfCancellationRequested();
            return RefusalReading.Of(what, exception, patience.Now);
        }
    }

    private async Task<Answer<T>> Repeat<T>(Func<Task<Answer<T>>> call, CancellationToken cancel)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await call().ConfigureAwait(false);
            if (answer.Refusal is null || !await patience.WaitFor(answer.Refusal, attempt, cancel).ConfigureAwait(false))
            {
                return answer;
            }
        }
    }
}
