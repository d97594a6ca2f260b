namespace MlGate.Publishing.Calls;

/// <summary>Makes the calls: turns what goes wrong into refusals, and tries again where that can help.</summary>
internal sealed class ServerCalls(RetryPolicy patience)
{
    public RetryPolicy Patience => patience;

    /// <summary>A call that changes nothing.</summary>
    public Task<ApiResult<T>> ReadAsync<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class => RepeatAsync(() => AttemptAsync(what, call, cancel), cancel);

    /// <summary>A write that may be made twice with the same end.</summary>
    public Task<ApiResult<T>> WriteAsync<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class => RepeatAsync(() => TryOnceAsync(what, call, cancel), cancel);

    /// <summary>A write that must not be made twice: after a refusal the caller looks first whether it happened.</summary>
    public async Task<ApiResult<T>> TryOnceAsync<T>(string what, Func<Task<T>> call, CancellationToken cancel)
        where T : class
    {
        await patience.WaitBeforeWriteAsync(cancel).ConfigureAwait(false);
        return await AttemptAsync(what, call, cancel).ConfigureAwait(false);
    }

    /// <summary>One attempt at something that is not needed.</summary>
    public async Task<ApiResult<T>> AttemptAsync<T>(string what, Func<Task<T>> call, CancellationToken cancel)
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

    private async Task<ApiResult<T>> RepeatAsync<T>(Func<Task<ApiResult<T>>> call, CancellationToken cancel)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await call().ConfigureAwait(false);
            if (answer.Error is null || !await patience.WaitForAsync(answer.Error, attempt, cancel).ConfigureAwait(false))
            {
                return answer;
            }
        }
    }
}
