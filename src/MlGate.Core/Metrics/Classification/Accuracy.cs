namespace MlGate.Metrics.Classification;

/// <summary>Share of the rows that are predicted right.</summary>
public sealed class Accuracy : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "accuracy";

    /// <inheritdoc/>
    public override string Definition => "share of the rows that are predicted right";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BothClassifications;

    /// <inheritdoc/>
    public override ShareRule Share { get; } =
        ShareRule.FromPredictions((_, _) => true, (label, predicted) => label == predicted, paired: true);

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) => MetricValue.Ratio(totals.AllHits, totals.Total, "no rows");
}
