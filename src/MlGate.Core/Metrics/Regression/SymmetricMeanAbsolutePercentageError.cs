namespace MlGate.Metrics.Regression;

/// <summary>Mean of 2 |prediction − label| / (|prediction| + |label|), as a share in [0, 2]; a row where both are 0 counts 0.</summary>
public sealed class SymmetricMeanAbsolutePercentageError : SumMetric
{
    /// <inheritdoc/>
    public override string Key => "smape";

    /// <inheritdoc/>
    public override string Definition => "mean of 2 |prediction − label| / (|prediction| + |label|), as a share from 0 to 2";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => RegressionOnly;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override double Maximum => 2;

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows) => SumPlan.From(rows, row => OfRow(rows.Number(row), rows.Labels[row]));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) => MetricValue.Ratio(sums[1], sums[0], "no rows");

    private static double OfRow(double predicted, double label)
    {
        var size = Math.Abs(predicted) + Math.Abs(label);
        return size == 0 ? 0 : 2 * Math.Abs(predicted - label) / size;
    }
}
