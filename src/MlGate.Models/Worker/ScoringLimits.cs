namespace MlGate.Models.Worker;

/// <summary>What the scoring process may use.</summary>
internal sealed record ScoringLimits
{
    /// <summary>Longest run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Most bytes of the managed heap.</summary>
    public long HeapBytes { get; init; } = 4L << 30;

    /// <summary>Most bytes of memory in all, native libraries included.</summary>
    public long ResidentBytes { get; init; } = 6L << 30;

    /// <summary>How often the memory is looked at.</summary>
    public TimeSpan Watch { get; init; } = TimeSpan.FromMilliseconds(100);
}
