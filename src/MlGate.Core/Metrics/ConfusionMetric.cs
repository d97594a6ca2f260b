using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>A metric that counts: it needs nothing but the totals of (label, prediction).</summary>
public abstract class ConfusionMetric : Metric, ICountingMetric
{
    private protected ConfusionMetric() { }

    /// <inheritdoc/>
    internal sealed override bool ReadsScores => false;

    /// <summary>Its value from the totals.</summary>
    public abstract MetricValue Evaluate(ConfusionTotals totals);

    /// <inheritdoc/>
    public sealed override MetricValue Measure(Observations rows)
    {
        if (rows.Rows == 0)
        {
            return MetricValue.Because("no rows");
        }

        var totals = new ConfusionTotals(rows.Classes);
        for (var row = 0; row < rows.Rows; row++)
        {
            totals.Add(rows.Label(row), rows.Predicted[row], rows.Weight(row));
        }

        return Evaluate(totals);
    }

    internal sealed override IReadOnlyList<BlockWalk> Walks(Observations rows, int[] keyOrder) => [new ConfusionWalk(this, rows, keyOrder)];

    internal sealed override Influence InfluenceOver(Observations rows) => new ConfusionInfluence(this, rows);

    internal sealed override Scores SwappedScores(Observations rows) => PredictedScores.For(rows.Predicted, rows.Classes);
}
