namespace MlGate.Metrics.Classification;

/// <summary>Mean over the classes of their F1, weighted by their rows.</summary>
public sealed class WeightedF1 : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "weighted-f1";

    /// <inheritdoc/>
    public override string Definition => "mean of the F1 of all classes, weighted by their rows";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => MulticlassOnly;

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) => ClassMeans.WeightedF1(totals);
}
