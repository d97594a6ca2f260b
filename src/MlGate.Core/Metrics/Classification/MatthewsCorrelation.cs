namespace MlGate.Metrics.Classification;

/// <summary>Correlation of labels and predictions (Matthews; for several classes Gorodkin's R_K).</summary>
public sealed class MatthewsCorrelation : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "mcc";

    /// <inheritdoc/>
    public override string Definition => "Matthews correlation of labels and predictions; Gorodkin's R_K for several classes";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BothClassifications;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Minimum => -1;

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals)
    {
        var (cross, predicted, actual) = (0.0, 0.0, 0.0);
        for (var of = 0; of < totals.Classes; of++)
        {
            cross += totals.Predicted[of] * totals.Actual[of];
            predicted += totals.Predicted[of] * totals.Predicted[of];
            actual += totals.Actual[of] * totals.Actual[of];
        }

        var square = totals.Total * totals.Total;
        return (square - actual) <= 0 ? MetricValue.Because("all rows have the same label")
            : (square - predicted) <= 0 ? MetricValue.Because("all rows have the same prediction")
            : MetricValue.From(((totals.AllHits * totals.Total) - cross) / Math.Sqrt(square - predicted) / Math.Sqrt(square - actual));
    }

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OutsideLargestClass(candidate)];
}
