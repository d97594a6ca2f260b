namespace MlGate.Metrics.Regression;

/// <summary>
/// Coefficient of determination: 1 − Σ (label − prediction)² / Σ (label − mean label)². Not defined when all labels are equal.
/// </summary>
public sealed class RSquared : SumMetric
{
    /// <inheritdoc/>
    public override string Key => "r2";

    /// <inheritdoc/>
    public override string Definition => "1 − squared error / variance of the labels";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => RegressionOnly;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Minimum => double.NegativeInfinity;

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows)
    {
        // Labels are centred first: Σ y² − (Σ y)²/n loses all digits when the mean is large.
        var mean = rows.Rows == 0 ? 0 : rows.Labels.Average();
        var (error, label, square) = (new double[rows.Rows], new double[rows.Rows], new double[rows.Rows]);
        for (var row = 0; row < error.Length; row++)
        {
            error[row] = Squares.OfError(rows, row);
            label[row] = rows.OneLabel ? 0 : rows.Labels[row] - mean;
            square[row] = label[row] * label[row];
        }

        return new SumPlan(rows.Rows, [error, label, square]);
    }

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums)
    {
        var spread = sums[3] - (sums[2] * sums[2] / sums[0]);
        return spread > 0 ? MetricValue.From(1 - (sums[1] / spread)) : MetricValue.Because("all labels are equal");
    }
}
