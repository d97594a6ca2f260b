namespace MlGate.Publishing.Calls;

/// <summary>Makes the calls: turns what goes wrong into refusals, and tries again where that can help.</summary>
internal sealed class ServerCalls(RetryPolicy patience)
{
    public RetryPolicy Patience => patience;

    /// <summary>A call that changes nothing.</summary>
    public Task<ApiResult<T>> Read<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class => Repeat(() => Attempt(what, call, cancel), cancel);

    /// <summary>A write that may be made twice with the same end.</summary>
    public Task<ApiResult<T>> Write<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class => Repeat(() => Once(what, call, cancel), cancel);

    /// <summary>A write that must not be made twice: after a refusal the caller looks first whether it happened.</summary>
    public async Task<ApiResult<T>> Once<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class
    {
        await patience.BeforeWrite(cancel).ConfigureAwait(false);
        return await Attempt(what, call, cancel).ConfigureAwait(false);
    }

    /// <summary>One attempt at something that is not needed.</summary>
    public async Task<ApiResult<T>> Attempt<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await call().ConfigureAwait(false) is { } value ? value : ServerErrorReader.Empty(what);
        }
        catch (Exception exception) when (ServerErrorReader.Knows(exception))
        {
            cancel.ThrowIfCancellationRequested();
            return ServerErrorReader.Read(what, exception, patience.Now);
        }
    }

    private async Task<ApiResult<T>> Repeat<T>(Func<Task<ApiResult<T>>> call, CancellationToken cancel)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await call().ConfigureAwait(false);
            if (answer.Error is null || !await patience.WaitFor(answer.Error, attempt, cancel).ConfigureAwait(false))
            {
                return answer;
            }
        }
    }
}
