using MlGate.Metrics.Walks;

namespace MlGate.Metrics.Classification;

/// <summary>
/// Debiased L2 calibration error over 15 bins of equal mass: the root of Σ_b (n_b/n) [(mean score − share of positives)² − share (1 −
/// share)/(n_b − 1)],
/// cut at 0 (Kumar, Liang and Ma 2019, "Verified uncertainty calibration"). With sampling weights n_b in the correction is Kish's effective
/// number of rows, (Σw)²/Σw²:
/// the variance of a weighted share is share (1 − share) Σw²/(Σw)², and weights of any scale give the same error.
/// </summary>
public sealed class CalibrationError : SumMetric
{
    private const int Bins = 15;

    /// <inheritdoc/>
    public override string Key => "calibration-error";

    /// <inheritdoc/>
    public override string Definition => "debiased L2 calibration error over 15 bins of equal mass";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BinaryOnly;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override bool NeedsProbabilities => true;

    // The cut at 0 is a kink.
    /// <inheritdoc/>
    public override bool IsSmooth => false;

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows)
    {
        var (order, gap, positive) = (rows.Descending(0), new double[rows.Rows], new double[rows.Rows]);
        for (var row = 0; row < gap.Length; row++)
        {
            positive[row] = rows.Label(row);
            gap[row] = rows.Score(row, 1) - positive[row];
        }

        double[][] columns = rows.Weights is { } weights ? [gap, positive, weights] : [gap, positive];
        return new SumPlan(rows.Rows, columns, order, EqualMassBins.Starts([.. order.Select(row => rows.Scores.Values[row])], Bins));
    }

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) => Error(sums, weighted: false, noise: 1);

    // The square of a resample's gap is too large by the noise of the rows and again by that of the draw.
    internal override MetricValue Evaluate(SumPlan plan, ReadOnlySpan<double> sums, bool isResample) =>
        Error(sums, weighted: plan.Columns.Length > 2, isResample ? 2 : 1);

    private static MetricValue Error(ReadOnlySpan<double> sums, bool weighted, int noise)
    {
        var (square, total, width) = (0.0, 0.0, weighted ? 4 : 3);
        for (var bin = 0; bin < sums.Length; bin += width)
        {
            var weight = sums[bin];
            total += weight;
            var effective =
                !weighted ? weight
                : weight > 0 ? weight * weight / sums[bin + 3]
                : 0;
            if (effective > 1)
            {
                var (gap, share) = (sums[bin + 1] / weight, sums[bin + 2] / weight);
                square += weight * ((gap * gap) - (noise * share * (1 - share) / (effective - 1)));
            }
        }

        return total == 0 ? MetricValue.Because("no rows") : MetricValue.From(Math.Sqrt(Math.Max(0, square / total)));
    }
}
