using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;
using OxyPlot;
using OxyPlot.Axes;

namespace MlGate.Reporting.Html.Charts;

/// <summary>A metric over accepted versions, and where the candidate stands.</summary>
internal static class HistoryChart
{
    /// <summary>The chart.</summary>
    /// <param name="history">The accepted versions.</param>
    /// <param name="now">The candidate's value; null where unknown.</param>
    public static Figure Render(MetricHistory history, double? now)
    {
        var values = history.Values;
        var limit = history.Limit is { Kind.IsOfChange: false } declared ? declared.Value : (double?)null;
        var (least, most) = Chart.Room([
            .. values.SelectMany(value => new[] { value.Value, value.Lower ?? value.Value, value.Upper ?? value.Value }),
            .. new[] { now, limit }.OfType<double>(),
        ]);
        var last = values.Count - (now is null ? 1 : 0);
        var model = Chart.Empty();
        var time = Chart.Axis(AxisPosition.Bottom, "accepted version", -0.5, Math.Max(0.5, last + 0.5), at => Label(at));
        time.MajorGridlineStyle = LineStyle.None;
        time.MajorStep = Math.Max(1, Math.Ceiling((last + 1) / 8.0));
        model.Axes.Add(time);
        model.Axes.Add(
            Chart.Axis(AxisPosition.Left, history.Measure is { Length: <= 24 } name ? CleanText.From(name, 24) : "value", least, most)
        );
        if (limit is { } at)
        {
            model.Series.Add(Chart.Line([new(-0.5, at), new(last + 0.5, at)], ChartColour.Limit, 1.6));
        }

        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is { Lower: { } lower, Upper: { } upper })
            {
                model.Series.Add(Chart.Line([new(index, lower), new(index, upper)], ChartColour.Baseline, 1));
            }
        }

        var points = values.Select((value, index) => new DataPoint(index, value.Value)).ToList();
        model.Series.Add(Chart.Line(points, ChartColour.Baseline, 1.6));
        model.Series.Add(Chart.Dots(points, ChartColour.Baseline));
        if (now is { } current)
        {
            model.Series.Add(Chart.Dots([new(values.Count, current)], ChartColour.Candidate, 5));
        }

        SafeText title = $"History of {TextPart.Text(history.Measure)}";
        Markup candidate = now is null ? Markup.Empty : Markup.From($" <span class=\"key kd\">candidate</span>");
        Markup bound = limit is null ? Markup.Empty : Markup.From($" <span class=\"key kl\">limit</span>");
        return new Figure(title, $"{title} over {(long)values.Count} accepted versions, measured on the same test set.", model)
        {
            Key = $"""<span class="key ka">accepted</span>{candidate}{bound}""",
            Table = NumberTable.Render(
                title,
                [$"commit", $"accepted", $"value", $"from", $"to"],
                values.Select(value =>
                    (IReadOnlyList<SafeText>)
                        [
                            $"{TextPart.Name(LeadSentence.Short(value.Commit))}",
                            $"{Times.Format(value.At)}",
                            NumberTable.Plain(value.Value),
                            NumberTable.Plain(value.Lower),
                            NumberTable.Plain(value.Upper),
                        ]
                )
            ),
        };

        string Label(double position) =>
            position % 1 != 0 || position < 0 ? ""
            : position < values.Count ? LeadSentence.Short(values[(int)position].Commit)[..7]
            : position == values.Count && now is not null ? "now"
            : "";
    }
}
