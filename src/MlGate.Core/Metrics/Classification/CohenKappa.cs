namespace MlGate.Metrics.Classification;

/// <summary>Agreement of labels and predictions beyond chance (Cohen).</summary>
public sealed class CohenKappa : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "kappa";

    /// <inheritdoc/>
    public override string Definition => "Cohen's kappa: agreement beyond what the margins alone would give";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BothClassifications;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Minimum => -1;

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals)
    {
        var chance = 0.0;
        for (var of = 0; of < totals.Classes; of++)
        {
            chance += totals.Predicted[of] * totals.Actual[of];
        }

        var square = totals.Total * totals.Total;
        return MetricValue.Ratio((totals.AllHits * totals.Total) - chance, square - chance, "labels and predictions are one class");
    }

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OutsideLargestClass(candidate)];
}
