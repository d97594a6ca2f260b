using MlGate.Findings;

namespace MlGate.Metrics.Classification;

/// <summary>Share of the negative rows that are predicted negative.</summary>
public sealed class Specificity : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "specificity";

    /// <inheritdoc/>
    public override string Definition => "true negatives / negatives";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BinaryOnly;

    /// <inheritdoc/>
    public override ShareRule Share { get; } =
        ShareRule.FromPredictions((label, _) => label == 0, (_, predicted) => predicted == 0, paired: true);

    /// <inheritdoc/>
    public override Denominator DenominatorOf(Observations rows) => new("negatives", rows.CountOf(0));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) =>
        MetricValue.Ratio(totals.TrueNegatives, totals.Actual[0], "no negatives");

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.Negatives(candidate)];
}
