using MlGate.Plots;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using OxyPlot;
using OxyPlot.Axes;

namespace MlGate.Reporting.Html.Charts;

/// <summary>ROC and precision-recall curves of both models over the same rows.</summary>
internal static class CurveCharts
{
    /// <summary>The ROC curves.</summary>
    public static Figure Roc(CurvePair pair)
    {
        var model = Both(pair, "false positive rate", "true positive rate");
        model.Series.Insert(0, Chart.Line([new(0, 0), new(1, 1)], ChartColour.Grid, 1));
        return Made($"ROC curve", pair, model, $"false positive rate", $"true positive rate");
    }

    /// <summary>The precision-recall curves.</summary>
    public static Figure PrecisionRecall(CurvePair pair) =>
        Made($"Precision and recall", pair, Both(pair, "recall", "precision"), $"recall", $"precision");

    private static PlotModel Both(CurvePair pair, string x, string y)
    {
        var model = Chart.Empty();
        model.Axes.Add(Chart.Share(AxisPosition.Bottom, x));
        model.Axes.Add(Chart.Share(AxisPosition.Left, y));
        if (pair.Baseline is { } before)
        {
            model.Series.Add(Chart.Baseline(Points(before)));
            if (before.Decision is { } was)
            {
                model.Series.Add(Chart.Dots([new(was.X, was.Y)], ChartColour.Baseline, 5, ring: true));
            }
        }

        model.Series.Add(Chart.Candidate(Points(pair.Candidate)));
        if (pair.Candidate.Decision is { } now)
        {
            model.Series.Add(Chart.Dots([new(now.X, now.Y)], ChartColour.Candidate, 5));
        }

        return model;
    }

    private static Figure Made(SafeText title, CurvePair pair, PlotModel model, SafeText x, SafeText y)
    {
        var at = At(pair.Candidate, $"candidate", x, y);
        SafeText both = pair.Baseline is { } before ? $"{At(before, $"baseline", x, y)}; {at}" : at;
        return new Figure(title, $"{title}; at the threshold: {both}.", model)
        {
            Key = Figure.BothKey(pair.Baseline is not null),
            Note = $"At the threshold (dots): {both}.",
            Table = Markup.Lines([
                Table(pair.Candidate, $"candidate", x, y),
                pair.Baseline is { } other ? Table(other, $"baseline", x, y) : Markup.Empty,
            ]),
        };
    }

    private static SafeText At(Curve curve, SafeText who, SafeText x, SafeText y) =>
        curve.Decision is { } point
            ? (SafeText)$"{who}: {x} {NumberTable.Cell(point.X)}, {y} {NumberTable.Cell(point.Y)}"
            : $"{who}: no row is predicted positive";

    private static Markup Table(Curve curve, SafeText who, SafeText x, SafeText y) =>
        NumberTable.Render(
            who,
            [x, y],
            curve.X.Zip(curve.Y, (one, other) => (IReadOnlyList<SafeText>)[NumberTable.Cell(one), NumberTable.Cell(other)])
        );

    private static IEnumerable<DataPoint> Points(Curve curve) => curve.X.Zip(curve.Y, (x, y) => new DataPoint(x, y));
}
