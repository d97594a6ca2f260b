using MlGate.Findings;

namespace MlGate.Metrics.Classification;

/// <summary>Share of the negative rows that are predicted positive.</summary>
public sealed class FalsePositiveRate : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "fpr";

    /// <inheritdoc/>
    public override string Definition => "false positives / negatives";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BinaryOnly;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override ShareRule Share { get; } =
        ShareRule.FromPredictions((label, _) => label == 0, (_, predicted) => predicted == 1, paired: true);

    /// <inheritdoc/>
    public override Denominator DenominatorOf(Observations rows) => new("negatives", rows.CountOf(0));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) =>
        MetricValue.Ratio(totals.FalsePositives, totals.Actual[0], "no negatives");

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.Negatives(candidate)];
}
