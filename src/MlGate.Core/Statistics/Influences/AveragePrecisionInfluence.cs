using MlGate.Metrics;

namespace MlGate.Statistics;

/// <summary>
/// Average precision A/P, A = Σ over ties of hits × found / all: a row adds its own hit, and moves the precision of its tie and of all ties below it by (1 − precision) / all
/// when it is positive, by −precision / all when it is not.
/// </summary>
internal sealed class AveragePrecisionInfluence(IReadOnlyList<RankPlan> plans) : Influence
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

    private double Add(RankPlan plan, ReadOnlySpan<double> multiplicities, Span<double> influences)
    {
        var ties = RankTie.Of(plan, multiplicities);
        var (hits, area) = (0.0, 0.0);
        foreach (var tie in ties)
        {
            hits += tie.Positives;
            area += tie.Positives * Precision(tie);
        }

        var value = area / hits;
        var (ofPositives, ofNegatives) = (0.0, 0.0);
        for (var index = ties.Length - 1; index >= 0; index--)
        {
            var (tie, precision) = (ties[index], Precision(ties[index]));
            var all = All(tie);
            var step = all > 0 ? tie.Positives / all : 0;
            (ofPositives, ofNegatives) = (ofPositives + (step * (1 - precision)), ofNegatives - (step * precision));
            for (var position = tie.Start; position < tie.End; position++)
            {
                var slope = plan.IsPositive[position] ? precision + ofPositives - value : ofNegatives;
                influences[plan.Order[position]] += slope * plan.WeightAt(position) / hits / plans.Count;
            }
        }

        return value;
    }

    private static double All(RankTie tie) => tie.Positives + tie.Negatives + tie.PositivesAbove + tie.NegativesAbove;

    private static double Precision(RankTie tie) => All(tie) is > 0 and var all ? (tie.PositivesAbove + tie.Positives) / all : 0;
}
