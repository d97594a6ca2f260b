using MlGate.Plots;
using MlGate.Reporting.Wording;
using OxyPlot.Axes;

namespace MlGate.Reporting.Html.Charts;

/// <summary>How much each feature matters, before and after: a line from the ring (baseline) to the dot (candidate).</summary>
internal static class ImportanceChart
{
    private const int Most = 20;

    /// <summary>The chart, the most important first.</summary>
    public static Figure Render(IReadOnlyList<FeatureImportance> importance)
    {
        var ranked = importance.OrderByDescending(feature => Math.Max(feature.Candidate, feature.Baseline ?? feature.Candidate)).ToList();
        var shown = ranked.Take(Most).ToList();
        var (least, most) = Chart.Room([
            0,
            .. shown.SelectMany(feature => new[] { feature.Candidate, feature.Baseline ?? feature.Candidate }),
        ]);
        var model = Chart.Empty();
        model.Axes.Add(Chart.Names(shown.Select(feature => feature.Feature)));
        model.Axes.Add(Chart.Axis(AxisPosition.Bottom, "loss of the primary metric without it", Math.Min(0, least), most));
        for (var at = 0; at < shown.Count; at++)
        {
            if (shown[at].Baseline is { } before)
            {
                model.Series.Add(Chart.Line([new(before, at), new(shown[at].Candidate, at)], ChartColour.Baseline, 1.6));
                model.Series.Add(Chart.Dots([new(before, at)], ChartColour.Baseline, 4.5, ring: true));
            }

            model.Series.Add(Chart.Dots([new(shown[at].Candidate, at)], ChartColour.Candidate, 4.5));
        }

        return new Figure(
            $"Importance of features",
            $"Importance of {(long)shown.Count} features, before and after.",
            model,
            Height: 70 + (shown.Count * 24)
        )
        {
            Key = $"""<span class="key ko">baseline</span> <span class="key kd">candidate</span>""",
            Note = ranked.Count > Most ? $"{(long)(ranked.Count - Most)} less important features are not drawn." : SafeText.Empty,
            Table = NumberTable.Render(
                $"Importance of features",
                [$"feature", $"baseline", $"candidate"],
                ranked.Select(feature =>
                    (IReadOnlyList<SafeText>)
                        [$"{TextPart.Name(feature.Feature)}", NumberTable.Plain(feature.Baseline), NumberTable.Plain(feature.Candidate)]
                )
            ),
        };
    }
}
