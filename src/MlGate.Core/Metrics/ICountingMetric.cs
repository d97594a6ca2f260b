namespace MlGate.Metrics;

/// <summary>
/// A metric that needs nothing but the totals of (label, prediction): rows of one cell can be drawn together, and only rows with different
/// predictions change it.
/// </summary>
internal interface ICountingMetric
{
    /// <summary>Its value from the totals.</summary>
    MetricValue Evaluate(ConfusionTotals totals);
}
