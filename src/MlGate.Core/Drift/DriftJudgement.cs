namespace MlGate.Drift;

/// <summary>What the two-sample statistic of one column says.</summary>
public sealed record DriftJudgement
{
    /// <summary>The statistic; not negative.</summary>
    public required double Statistic { get; init; }

    /// <summary>
    /// The statistic's mean when both samples come from one distribution; null where the statistic keeps the limit even without it.
    /// </summary>
    public double? NullMean { get; init; }

    /// <summary>
    /// The statistic's quantile at 1 − level when both samples come from one distribution; null where statistic − mean keeps the limit even
    /// without it.
    /// </summary>
    public double? NullQuantile { get; init; }

    /// <summary>
    /// Where the null comes from: <c>chi-squared</c>, <c>Kolmogorov</c>, <c>2,000 permutations</c>; null where it was not needed.
    /// </summary>
    public string? Null { get; init; }

    /// <summary>
    /// What the statistic must exceed for an alarm: limit + null mean and the null quantile; null where the null was not needed.
    /// </summary>
    /// <param name="limit">The limit that was judged.</param>
    public double? Threshold(double limit) => NullMean is { } mean ? Math.Max(limit + mean, NullQuantile ?? 0) : null;

    /// <summary>True if statistic − null mean exceeds the limit and the statistic exceeds its null quantile.</summary>
    public required bool Alarm { get; init; }
}
