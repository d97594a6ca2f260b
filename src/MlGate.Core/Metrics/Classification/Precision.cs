using MlGate.Findings;

namespace MlGate.Metrics.Classification;

/// <summary>Share of the rows predicted positive that are positive.</summary>
public sealed class Precision : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => "precision";

    /// <inheritdoc/>
    public override string Definition => "true positives / predicted positives";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BinaryOnly;

    /// <inheritdoc/>
    public override ShareRule Share { get; } =
        ShareRule.FromPredictions((_, predicted) => predicted == 1, (label, _) => label == 1, paired: false);

    /// <inheritdoc/>
    public override Denominator DenominatorOf(Observations rows) =>
        new("predicted positives", rows.Predicted.LongCount(predicted => predicted == 1));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) =>
        MetricValue.Ratio(totals.TruePositives, totals.Predicted[1], "no row is predicted positive");

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline)
    {
        yield return new CountedRows("predicted positives", row => candidate.Predicted[row] == 1);
        if (baseline is not null)
        {
            yield return new CountedRows("predicted positives of the baseline", row => baseline.Predicted[row] == 1);
        }
    }
}
