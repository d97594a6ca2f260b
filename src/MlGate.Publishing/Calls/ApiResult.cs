namespace MlGate.Publishing.Calls;

/// <summary>What a call brought: a value or a refusal, never both.</summary>
internal sealed record ApiResult<T>(T? Value, ServerError? Error)
    where T : class
{
    public static implicit operator ApiResult<T>(ServerError refusal) => new(null, refusal);

    public static implicit operator ApiResult<T>(T value) => new(value, null);
}
