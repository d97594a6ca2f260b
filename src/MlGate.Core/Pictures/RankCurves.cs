using MlGate.Metrics;
using MlGate.Reports;

namespace MlGate.Pictures;

/// <summary>ROC and precision-recall curve of one model, sampling weights included; a point per distinct score, then as few of them as are needed.</summary>
internal static class RankCurves
{
    /// <summary>The curves of a binary classifier; null unless both classes are there.</summary>
    public static (Curve Roc, Curve PrecisionRecall)? Of(Observations rows)
    {
        if (rows.Rows == 0 || rows.OneLabel) return null;

        var plan = RankPlan.Of(rows, 0, 1);
        var (positives, negatives) = (0.0, 0.0);
        List<(double True, double False, bool Decided)> ends = [];
        for (var position = 0; position < plan.Order.Length; position++)
        {
            if (plan.IsPositive[position]) positives += plan.WeightAt(position);
            else negatives += plan.WeightAt(position);
            if (plan.EndsTie[position]) ends.Add((positives, negatives, rows.Predicted[plan.Order[position]] == 1));
        }

        // The lowest score that is still predicted positive: what the threshold makes of the curve.
        var decision = ends.FindLastIndex(end => end.Decided);
        var roc = ends.ConvertAll(end => (X: end.False / negatives, Y: end.True / positives));
        var precision = ends.ConvertAll(end => (X: end.True / positives, Y: end.True / (end.True + end.False)));
        return (
            Reduced([(0, 0), .. roc], decision < 0 ? null : roc[decision]),
            Reduced([(0, precision[0].Y), .. precision], decision < 0 ? null : precision[decision]));
    }

    private static Curve Reduced(IReadOnlyList<(double X, double Y)> points, (double X, double Y)? decision)
    {
        double[] x = [.. points.Select(point => point.X)], y = [.. points.Select(point => point.Y)];
        var kept = CurveReduction.Keep(x, y, ModelPicture.MostPoints);
        return new Curve(
            [.. kept.Select(at => ModelPictures.Shown(x[at]))],
            [.. kept.Select(at => ModelPictures.Shown(y[at]))],
            decision is { } at ? new CurvePoint(ModelPictures.Shown(at.X), ModelPictures.Shown(at.Y)) : null);
    }
}
