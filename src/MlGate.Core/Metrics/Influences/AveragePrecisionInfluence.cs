using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>
/// Average precision A/P, A = Σ over ties of hits × found / all: a row adds its own hit, and moves the precision of its tie and of all ties
/// below it by (1 − precision) / all
/// when it is positive, by −precision / all when it is not.
/// </summary>
internal sealed class AveragePrecisionInfluence(IReadOnlyList<RankPlan> plans) : RankInfluence(plans)
{
    protected override double Add(RankPlan plan, ReadOnlySpan<RankTie> ties, double share, Span<double> influences)
    {
        var (hits, area) = (0.0, 0.0);
        foreach (ref readonly var tie in ties)
        {
            hits += tie.Positives;
            area += tie.Positives * Precision(tie);
        }

        var value = area / hits;
        var (ofPositives, ofNegatives) = (0.0, 0.0);
        for (var index = ties.Length - 1; index >= 0; index--)
        {
            ref readonly var tie = ref ties[index];
            var (precision, all) = (Precision(tie), All(tie));
            var step = all > 0 ? tie.Positives / all : 0;
            (ofPositives, ofNegatives) = (ofPositives + (step * (1 - precision)), ofNegatives - (step * precision));
            AddTie(plan, tie, (precision + ofPositives - value) / hits * share, ofNegatives / hits * share, influences);
        }

        return value;
    }

    private static double All(in RankTie tie) => tie.Positives + tie.Negatives + tie.PositivesAbove + tie.NegativesAbove;

    private static double Precision(in RankTie tie) => All(tie) is > 0 and var all ? (tie.PositivesAbove + tie.Positives) / all : 0;
}
