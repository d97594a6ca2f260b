using MlGate.Metrics;

namespace MlGate.Plots;

/// <summary>
/// ROC and precision-recall curve of one model, sampling weights included; a point per distinct score, then as few of them as are needed.
/// </summary>
internal static class RankCurves
{
    // Points nearer to each other than this share of an axis are one.
    private const double Finest = 0.0002;

    /// <summary>The curves of a binary classifier; null unless both classes are there.</summary>
    public static (Curve Roc, Curve PrecisionRecall)? Create(Observations rows)
    {
        if (rows.Rows == 0 || rows.OneLabel || !rows.Scores.HasRanks)
        {
            return null;
        }

        var plan = RankPlans.Descending(rows, 0, 1);
        var (positives, negatives) = (0.0, 0.0);
        List<(double True, double False, bool Decided)> ends = [];
        for (var position = 0; position < plan.Order.Length; position++)
        {
            if (plan.IsPositive[position])
            {
                positives += plan.WeightAt(position);
            }
            else
            {
                negatives += plan.WeightAt(position);
            }

            if (plan.EndsTie[position])
            {
                ends.Add((positives, negatives, rows.Predicted[plan.Order[position]] == 1));
            }
        }

        // The lowest score that is still predicted positive: what the threshold makes of the curve.
        // A decision that is no cut of the scores has no point on the curve.
        var decision = ends.FindLastIndex(end => end.Decided);
        decision = ends.FindIndex(end => !end.Decided) is var first && first >= 0 && first < decision ? -1 : decision;
        var roc = ends.Select(end => (X: end.False / negatives, Y: end.True / positives));
        var precision = ends.Select(end => (X: end.True / positives, Y: end.True / (end.True + end.False)));
        return (
            Reduced(roc.Prepend((0, 0)), decision < 0 ? null : roc.ElementAt(decision)),
            Reduced(precision.Prepend((0, precision.First().Y)), decision < 0 ? null : precision.ElementAt(decision))
        );
    }

    private static Curve Reduced(IEnumerable<(double X, double Y)> points, (double X, double Y)? decision)
    {
        // A million rows make a million points, nearly all of them on top of each other.
        var (x, y, last) = (new List<double>(), new List<double>(), (X: 0.0, Y: 0.0));
        foreach (var point in points)
        {
            last = point;
            if (x.Count == 0 || Math.Abs(point.X - x[^1]) + Math.Abs(point.Y - y[^1]) > Finest)
            {
                Add(point);
            }
        }

        if (last != (x[^1], y[^1]))
        {
            Add(last);
        }

        var kept = CurveReduction.Keep(x, y, ModelPlots.MostPoints);
        return new Curve(
            [.. kept.Select(at => ModelPlotBuilder.Shown(x[at]))],
            [.. kept.Select(at => ModelPlotBuilder.Shown(y[at]))],
            decision is { } at ? new CurvePoint(ModelPlotBuilder.Shown(at.X), ModelPlotBuilder.Shown(at.Y)) : null
        );

        void Add((double X, double Y) point)
        {
            x.Add(point.X);
            y.Add(point.Y);
        }
    }
}
