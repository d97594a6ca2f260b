using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>What each row adds to areas under ROC curves.</summary>
internal static class AreaContributions
{
    /// <summary>The mean area over the plans, and per row its contribution, by mid-ranks in one pass (Sun and Xu 2014).</summary>
    /// <param name="plans">One order per class that is held against the rest.</param>
    /// <param name="rows">Number of rows.</param>
    public static (double Area, double[] Contributions) Over(IReadOnlyList<RankPlan> plans, int rows)
    {
        var (area, result) = (0.0, new double[rows]);
        foreach (var plan in plans)
        {
            double positives = plan.IsPositive.LongCount(positive => positive);
            var negatives = plan.IsPositive.Length - positives;
            var (start, positivesAbove, negativesAbove, wins) = (0, 0.0, 0.0, 0.0);
            for (var position = 0; position < plan.Order.Length; position++)
            {
                if (!plan.EndsTie[position])
                {
                    continue;
                }

                var tiedPositives = plan.IsPositive.AsSpan(start..(position + 1)).Count(true);
                var tiedNegatives = position + 1 - start - tiedPositives;
                var beaten = negatives - negativesAbove - (tiedNegatives / 2.0);
                var beating = positivesAbove + (tiedPositives / 2.0);
                for (; start <= position; start++)
                {
                    result[plan.Order[start]] += (plan.IsPositive[start] ? beaten : beating) / positives / negatives / plans.Count;
                }

                wins += tiedPositives * beaten;
                (positivesAbove, negativesAbove) = (positivesAbove + tiedPositives, negativesAbove + tiedNegatives);
            }

            area += wins / positives / negatives / plans.Count;
        }

        return (area, result);
    }
}
