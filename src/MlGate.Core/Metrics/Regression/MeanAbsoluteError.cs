namespace MlGate.Metrics.Regression;

/// <summary>Mean absolute error, in the unit of the label.</summary>
public sealed class MeanAbsoluteError : SumMetric
{
    /// <inheritdoc/>
    public override string Key => "mae";

    /// <inheritdoc/>
    public override string Definition => "mean of |prediction − label|";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => RegressionOnly;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows) => SumPlan.From(rows, row => Math.Abs(rows.Number(row) - rows.Labels[row]));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) => MetricValue.Ratio(sums[1], sums[0], "no rows");
}
