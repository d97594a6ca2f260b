using MlGate.Findings;

namespace MlGate.Metrics.Classification;

/// <summary>Harmonic mean of precision and recall of the positive class.</summary>
public sealed class F1 : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "f1";

    /// <inheritdoc/>
    public override string Definition => "2 true positives / (positives + predicted positives)";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BinaryOnly;

    /// <inheritdoc/>
    public override Denominator DenominatorOf(Observations rows) => new("positives", rows.CountOf(1));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) =>
        totals.Actual[1] == 0
            ? MetricValue.Because("no positives")
            : MetricValue.From(2 * totals.TruePositives / (totals.Actual[1] + totals.Predicted[1]));

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.Positives(candidate)];
}
