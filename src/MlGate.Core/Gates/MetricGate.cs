using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>The limits of one metric.</summary>
public sealed record MetricGate
{
    /// <summary>The metric's key: <c>auc</c>, <c>log-loss</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Its path in the gate file: <c>models.churn.metrics.auc</c>.</summary>
    public required CheckId Id { get; init; }

    /// <summary>Where it is declared.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>
    /// What happens when the data cannot decide; null for the default: an estimate beyond the margin warns, one within it informs.
    /// </summary>
    public WhenInconclusive? WhenInconclusive { get; init; }

    /// <summary>The limits; empty for a metric that is only reported.</summary>
    public IReadOnlyList<Declared<MetricLimit>> Limits { get; init; } = [];
}

/// <summary>One limit of a metric.</summary>
/// <param name="Kind">How it decides.</param>
/// <param name="Value">In the metric's unit (shares as 0..1); for relative kinds a share of the baseline's value. Never negative for
/// differences.</param>
public sealed record MetricLimit(LimitKind Kind, double Value);

/// <summary>What an inconclusive outcome becomes.</summary>
public enum WhenInconclusive
{
    /// <summary>Information.</summary>
    Pass,

    /// <summary>A warning.</summary>
    Warn,

    /// <summary>An error: nothing could be decided.</summary>
    Fail,
}
