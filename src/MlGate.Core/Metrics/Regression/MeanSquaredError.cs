namespace MlGate.Metrics.Regression;

/// <summary>Mean squared error, in the squared unit of the label.</summary>
public sealed class MeanSquaredError : SumMetric
{
    /// <inheritdoc/>
    public override string Key => "mse";

    /// <inheritdoc/>
    public override string Definition => "mean of (prediction − label)²";

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
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) => MetricValue.Ratio(sums[1], sums[0], "no rows");
}
