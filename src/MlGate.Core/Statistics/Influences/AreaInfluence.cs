using MlGate.Metrics;

namespace MlGate.Statistics;

/// <summary>Areas under ROC curves: what each row beats, or is beaten by, against the mean of its class.</summary>
internal sealed class AreaInfluence(IReadOnlyList<RankPlan> plans) : Influence
{
    public override double Evaluate(ReadOnlySpan<double> multiplicities, Span<double> influences)
    {
        influences.Clear();
        var value = 0.0;
        foreach (var plan in plans)
        {
            value += Add(plan, multiplicities, influences) / plans.Count;
        }

        return value;
    }

    // ∂(wins / (P N)): a positive row adds what it beats, and one to P; a negative row what beats it, and one to N.
    private double Add(RankPlan plan, ReadOnlySpan<double> multiplicities, Span<double> influences)
    {
        var ties = RankTie.Of(plan, multiplicities);
        var (positives, negatives, wins) = (0.0, 0.0, 0.0);
        foreach (var tie in ties)
        {
            (positives, negatives) = (positives + tie.Positives, negatives + tie.Negatives);
        }

        foreach (var tie in ties)
        {
            wins += tie.Positives * (negatives - tie.NegativesAbove - (tie.Negatives / 2));
        }

        var area = wins / (positives * negatives);
        foreach (var tie in ties)
        {
            var ofPositive = (((negatives - tie.NegativesAbove - (tie.Negatives / 2)) / negatives) - area) / positives;
            var ofNegative = (((tie.PositivesAbove + (tie.Positives / 2)) / positives) - area) / negatives;
            for (var position = tie.Start; position < tie.End; position++)
            {
                influences[plan.Order[position]] += (plan.IsPositive[position] ? ofPositive : ofNegative) * plan.WeightAt(position) / plans.Count;
            }
        }

        return area;
    }
}
