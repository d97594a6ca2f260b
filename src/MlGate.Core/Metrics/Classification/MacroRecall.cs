namespace MlGate.Metrics.Classification;

/// <summary>Mean over the classes of their recall.</summary>
public sealed class MacroRecall : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "macro-recall";

    /// <inheritdoc/>
    public override string Definition => "mean of the recall of all classes that have rows";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => MulticlassOnly;

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) => ClassMeans.Recall(totals);

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OfRarestClass(candidate)];
}
