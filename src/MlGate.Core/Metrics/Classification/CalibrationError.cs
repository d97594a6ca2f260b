using MlGate.Gates;
using MlGate.Statistics;

namespace MlGate.Metrics.Classification;

/// <summary>
/// Debiased L2 calibration error over 15 bins of equal mass: the root of Σ_b (n_b/n) [(mean score − share of positives)² − share (1 − share)/(n_b − 1)],
/// cut at 0 (Kumar, Liang and Ma 2019, "Verified uncertainty calibration").
/// </summary>
public sealed class CalibrationError : SumMetric
{
    private const int Bins = 15;
    private const int Width = 3;

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

        return new SumPlan(rows.Rows, [gap, positive], order, EqualMassBins.Starts([.. order.Select(row => rows.Scores.Values[row])], Bins));
    }

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) => Error(sums, noise: 1);

    // The square of a resample's gap is too large by the noise of the rows and again by that of the draw.
    internal override MetricValue EvaluateResample(ReadOnlySpan<double> sums) => Error(sums, noise: 2);

    private static MetricValue Error(ReadOnlySpan<double> sums, int noise)
    {
        var (square, total) = (0.0, 0.0);
        for (var bin = 0; bin < sums.Length; bin += Width)
        {
            var weight = sums[bin];
            total += weight;
            if (weight > 1)
            {
                var (gap, share) = (sums[bin + 1] / weight, sums[bin + 2] / weight);
                square += weight * ((gap * gap) - (noise * share * (1 - share) / (weight - 1)));
            }
        }

        return total == 0 ? MetricValue.Because("there are no rows") : MetricValue.Of(Math.Sqrt(Math.Max(0, square / total)));
    }
}
