using MlGate.Gates;

namespace MlGate.Metrics.Regression;

/// <summary>Mean of prediction − label: the bias, in the unit of the label.</summary>
public sealed class MeanError : SumMetric
{
    /// <inheritdoc/>
    public override string Key => "mean-error";

    /// <inheritdoc/>
    public override string Definition => "mean of prediction − label (bias)";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => RegressionOnly;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.Neither;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Minimum => double.NegativeInfinity;

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows) => SumPlan.Of(rows, row => rows.Number(row) - rows.Labels[row]);

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) => MetricValue.Ratio(sums[1], sums[0], "there are no rows");
}
