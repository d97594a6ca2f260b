namespace MlGate.Metrics.Regression;

/// <summary>Mean of |prediction − label| / |label|, as a share. Not defined when a label is 0.</summary>
public sealed class MeanAbsolutePercentageError : SumMetric
{
    /// <inheritdoc/>
    public override string Key => "mape";

    /// <inheritdoc/>
    public override string Definition => "mean of |prediction − label| / |label|, as a share; undefined when a label is 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => RegressionOnly;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows) =>
        SumPlan.From(rows, row => Math.Abs((rows.Number(row) - rows.Labels[row]) / rows.Labels[row]));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) =>
        double.IsFinite(sums[1]) ? MetricValue.Ratio(sums[1], sums[0], "no rows") : MetricValue.Because("a label is 0");
}
