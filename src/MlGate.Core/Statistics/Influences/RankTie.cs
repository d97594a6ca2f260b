using MlGate.Metrics;

namespace MlGate.Statistics;

/// <summary>Rows of one score, in a walk from the highest down.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Positives">Weight of its positive rows.</param>
/// <param name="Negatives">Weight of its negative rows.</param>
/// <param name="PositivesAbove">Weight of the positive rows before it.</param>
/// <param name="NegativesAbove">Weight of the negative rows before it.</param>
internal readonly record struct RankTie(int Start, int End, double Positives, double Negatives, double PositivesAbove, double NegativesAbove)
{
    /// <summary>The ties of a plan under multiplicities of the rows.</summary>
    public static RankTie[] Of(RankPlan plan, ReadOnlySpan<double> multiplicities)
    {
        var (ties, start, positives, negatives, positivesAbove, negativesAbove) = (new List<RankTie>(plan.Order.Length), 0, 0.0, 0.0, 0.0, 0.0);
        for (var position = 0; position < plan.Order.Length; position++)
        {
            var weight = multiplicities[plan.Order[position]] * plan.WeightAt(position);
            (positives, negatives) = plan.IsPositive[position] ? (positives + weight, negatives) : (positives, negatives + weight);
            if (plan.EndsTie[position])
            {
                ties.Add(new RankTie(start, position + 1, positives, negatives, positivesAbove, negativesAbove));
                (positivesAbove, negativesAbove, start, positives, negatives) = (positivesAbove + positives, negativesAbove + negatives, position + 1, 0, 0);
            }
        }

        return [.. ties];
    }
}
