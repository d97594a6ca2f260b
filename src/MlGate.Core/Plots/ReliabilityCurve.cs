using MlGate.Metrics;
using MlGate.Metrics.Walks;
using MlGate.Statistics;

namespace MlGate.Plots;

/// <summary>
/// Mean probability and observed share over bins of equal mass: those of the metric <c>calibration-error</c>, or fewer where rows are few.
/// </summary>
internal static class ReliabilityCurve
{
    private const int Most = 15;
    private const int FewestRows = 30;

    /// <summary>The bins, ascending; null where scores are not probabilities or there are no rows.</summary>
    /// <param name="rows">A classifier's rows.</param>
    /// <param name="alpha">One-sided error level of the bounds; null to leave them out.</param>
    public static IReadOnlyList<ReliabilityBin>? Create(Observations rows, double? alpha)
    {
        if (rows.Rows == 0 || !rows.Scores.Calibrated)
        {
            return null;
        }

        var (order, scores) = (new int[rows.Rows], new double[rows.Rows]);
        for (var row = 0; row < order.Length; row++)
        {
            (order[row], scores[row]) = (row, rows.Score(row, rows.Scores.Columns == 1 ? 1 : rows.Predicted[row]));
        }

        Array.Sort(scores, order);
        var starts = EqualMassBins.Starts(scores, Math.Clamp(rows.Rows / FewestRows, 1, Most));
        return [.. starts.Zip(starts.Skip(1), Bin)];

        ReliabilityBin Bin(int start, int end)
        {
            var (weight, predicted, observed) = (0.0, 0.0, 0.0);
            for (var at = start; at < end; at++)
            {
                var own = rows.Weight(order[at]);
                weight += own;
                predicted += own * scores[at];
                observed += IsHit(order[at]) ? own : 0;
            }

            var bounds = alpha is { } level ? Wilson.Interval(observed, weight, level) : (Bounds?)null;
            return new ReliabilityBin(
                ModelPlotBuilder.Shown(predicted / weight),
                ModelPlotBuilder.Shown(observed / weight),
                end - start,
                ModelPlotBuilder.Shown(bounds?.Lower),
                ModelPlotBuilder.Shown(bounds?.Upper)
            );
        }

        bool IsHit(int row) => rows.Label(row) == (rows.Scores.Columns == 1 ? 1 : rows.Predicted[row]);
    }
}
