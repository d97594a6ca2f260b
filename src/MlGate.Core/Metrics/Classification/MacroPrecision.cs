namespace MlGate.Metrics.Classification;

/// <summary>Mean over the classes of their precision.</summary>
public sealed class MacroPrecision : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "macro-precision";

    /// <inheritdoc/>
    public override string Definition => "mean of the precision of all classes that have rows; 0 for a class that is never predicted";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => MulticlassOnly;

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) => ClassMeans.Precision(totals);

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OfRarestClass(candidate)];
}
