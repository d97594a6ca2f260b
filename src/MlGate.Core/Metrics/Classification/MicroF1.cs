namespace MlGate.Metrics.Classification;

/// <summary>F1 over all classes pooled.</summary>
public sealed class MicroF1 : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "micro-f1";

    /// <inheritdoc/>
    public override string Definition => "F1 over all classes pooled; with one label per row it equals accuracy";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => MulticlassOnly;

    /// <inheritdoc/>
    public override ShareRule Share { get; } =
        ShareRule.FromPredictions((_, _) => true, (label, predicted) => label == predicted, paired: true);

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) => MetricValue.Ratio(totals.AllHits, totals.Total, "no rows");
}
