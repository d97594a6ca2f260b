using MlGate.Findings;

namespace MlGate.Metrics.Classification;

/// <summary>Share of the positive rows that are predicted negative.</summary>
public sealed class FalseNegativeRate : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "fnr";

    /// <inheritdoc/>
    public override string Definition => "false negatives / positives";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BinaryOnly;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override ShareRule Share { get; } =
        ShareRule.FromPredictions((label, _) => label == 1, (_, predicted) => predicted == 0, paired: true);

    /// <inheritdoc/>
    public override Denominator DenominatorOf(Observations rows) => new("positives", rows.CountOf(1));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) =>
        MetricValue.Ratio(totals.FalseNegatives, totals.Actual[1], "no positives");

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.Positives(candidate)];
}
