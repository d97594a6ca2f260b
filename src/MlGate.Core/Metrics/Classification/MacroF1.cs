namespace MlGate.Metrics.Classification;

/// <summary>Mean over the classes of their F1.</summary>
public sealed class MacroF1 : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "macro-f1";

    /// <inheritdoc/>
    public override string Definition => "mean of the F1 of all classes that have rows";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => MulticlassOnly;

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) => ClassMeans.F1(totals);

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OfRarestClass(candidate)];
}
