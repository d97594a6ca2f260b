namespace MlGate.Metrics.Classification;

/// <summary>Mean over the classes of the share of their rows that is predicted right.</summary>
public sealed class BalancedAccuracy : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "balanced-accuracy";

    /// <inheritdoc/>
    public override string Definition => "mean of the recalls of all classes that have rows";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BothClassifications;

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) => ClassMeans.Recall(totals);

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OfRarestClass(candidate)];
}
