namespace MlGate.Metrics.Regression;

/// <summary>Root of the mean squared error, in the unit of the label.</summary>
public sealed class RootMeanSquaredError : SumMetric
{
    /// <inheritdoc/>
    public override string Key => "rmse";

    /// <inheritdoc/>
    public override string Definition => "root of the mean of (prediction − label)²";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => RegressionOnly;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows) => SumPlan.From(rows, row => Squares.OfError(rows, row));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) =>
        sums[0] == 0 ? MetricValue.Because("no rows") : MetricValue.From(Math.Sqrt(sums[1] / sums[0]));
}
