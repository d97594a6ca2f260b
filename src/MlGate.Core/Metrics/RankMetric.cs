using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>A metric that needs the order of the rows by a score.</summary>
public abstract class RankMetric : Metric
{
    private protected RankMetric() { }

    /// <summary>The orders that it walks, one per part (class); the metric is the mean of the parts.</summary>
    public abstract IReadOnlyList<RankPlan> Plans(Observations rows);

    /// <summary>Why it has no value over these rows; null if it has one.</summary>
    public abstract string? UndefinedBecause(Observations rows);

    /// <summary>Starts a walk over one part.</summary>
    internal abstract BlockState Start(RankPlan plan);

    /// <inheritdoc/>
    public sealed override MetricValue Measure(Observations rows) =>
        (rows.Rows == 0 ? "no rows" : UndefinedBecause(rows)) is { } reason
            ? MetricValue.Because(reason)
            : MetricValue.From(Plans(rows).Average(plan => new RankWalk(plan, Start).Once()));

    internal sealed override IReadOnlyList<BlockWalk> Walks(Observations rows, int[] keyOrder) =>
        [.. Plans(rows).Select(plan => new RankWalk(plan, Start))];
}
