using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>A mean of rank statistics, one per class that is held against the rest.</summary>
internal abstract class RankInfluence(IReadOnlyList<RankPlan> plans) : Influence
{
    public override double Evaluate(ReadOnlySpan<double> multiplicities, Span<double> influences)
    {
        influences.Clear();
        var value = 0.0;
        foreach (var plan in plans)
        {
            using var ties = RankTies.For(plan, multiplicities);
            value += Add(plan, ties.Ties, 1.0 / plans.Count, influences) / plans.Count;
        }

        return value;
    }

    /// <summary>The value of one plan; adds its share of the influences.</summary>
    /// <param name="plan">Rows in the order of their scores.</param>
    /// <param name="ties">Rows of equal scores, highest first.</param>
    /// <param name="share">The plan's share in the mean.</param>
    /// <param name="influences">Receives the derivatives.</param>
    protected abstract double Add(RankPlan plan, ReadOnlySpan<RankTie> ties, double share, Span<double> influences);

    /// <summary>The same derivative per weight for the positive, and for the negative rows of a tie.</summary>
    protected static void AddTie(RankPlan plan, in RankTie tie, double ofPositive, double ofNegative, Span<double> influences)
    {
        for (var position = tie.Start; position < tie.End; position++)
        {
            influences[plan.Order[position]] += (plan.IsPositive[position] ? ofPositive : ofNegative) * plan.WeightAt(position);
        }
    }
}
