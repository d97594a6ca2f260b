namespace MlGate.Metrics.Regression;

/// <summary>
/// Distance of the mean of prediction − label from 0: the size of the bias, in the unit of the label. A bias of −5 is as bad as one of 5.
/// </summary>
public sealed class MeanError : SumMetric
{
    /// <inheritdoc/>
    public override string Key => "mean-error";

    /// <inheritdoc/>
    public override string Definition => "|mean of prediction − label|: the size of the bias";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => RegressionOnly;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows) => SumPlan.From(rows, row => rows.Number(row) - rows.Labels[row]);

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) => MetricValue.Ratio(Math.Abs(sums[1]), sums[0], "no rows");
}
