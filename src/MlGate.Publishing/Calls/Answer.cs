namespace MlGate.Publishing.Calls;

/// <summary>What a call brought: a value or a refusal, never both.</summary>
internal sealed record Answer<T>(T? Value, Refusal? Refusal)
    where T : class
{
    public static implicit operator Answer<T>(Refusal refusal) => new(null, refusal);

    public static implicit operator Answer<T>(T value) => new(value, null);
}
