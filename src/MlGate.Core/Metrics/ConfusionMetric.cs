namespace MlGate.Metrics;

/// <summary>A metric that counts: it needs nothing but the totals of (label, prediction).</summary>
public abstract class ConfusionMetric : Metric
{
    private protected ConfusionMetric() { }

    /// <inheritdoc/>
    public sealed override StatisticKind Statistic => StatisticKind.Confusion;

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
}
