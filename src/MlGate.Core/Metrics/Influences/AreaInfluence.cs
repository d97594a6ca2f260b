using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>Areas under ROC curves: what each row beats, or is beaten by, against the mean of its class.</summary>
internal sealed class AreaInfluence(IReadOnlyList<RankPlan> plans) : RankInfluence(plans)
{
    // ∂(wins / (P N)): a positive row adds what it beats, and one to P; a negative row what beats it, and one to N.
    protected override double Add(RankPlan plan, ReadOnlySpan<RankTie> ties, double share, Span<double> influences)
    {
        var (positives, negatives, wins) = (0.0, 0.0, 0.0);
        foreach (ref readonly var tie in ties)
        {
            (positives, negatives) = (positives + tie.Positives, negatives + tie.Negatives);
        }

        foreach (ref readonly var tie in ties)
        {
            wins += tie.Positives * (negatives - tie.NegativesAbove - (tie.Negatives / 2));
        }

        var area = wins / (positives * negatives);
        foreach (ref readonly var tie in ties)
        {
            var ofPositive = (((negatives - tie.NegativesAbove - (tie.Negatives / 2)) / negatives) - area) / positives;
            var ofNegative = (((tie.PositivesAbove + (tie.Positives / 2)) / positives) - area) / negatives;
            AddTie(plan, tie, ofPositive * share, ofNegative * share, influences);
        }

        return area;
    }
}
