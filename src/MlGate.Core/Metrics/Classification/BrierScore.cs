namespace MlGate.Metrics.Classification;

/// <summary>
/// Mean squared distance of the probabilities from the label. For two classes that of the positive class, in [0, 1]; for several the sum
/// over the classes, in [0, 2].
/// </summary>
public sealed class BrierScore : SumMetric
{
    /// <inheritdoc/>
    public override string Key => "brier";

    /// <inheritdoc/>
    public override string Definition =>
        "mean squared distance of the probability from the label; for several classes summed over them (0 to 2)";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BothClassifications;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Maximum => 2;

    /// <inheritdoc/>
    public override bool NeedsProbabilities => true;

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows) => SumPlan.From(rows, row => OfRow(rows, row));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) => MetricValue.Ratio(sums[1], sums[0], "no rows");

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OutsideLargestClass(candidate)];

    private static double OfRow(Observations rows, int row)
    {
        var (sum, label) = (0.0, rows.Label(row));
        for (var of = rows.Scores.Columns == 1 ? 1 : 0; of < rows.Classes; of++)
        {
            var distance = rows.Score(row, of) - (label == of ? 1 : 0);
            sum += distance * distance;
        }

        return sum;
    }
}
