using MlGate.Findings;
using MlGate.Reporting.Wording;
using OxyPlot.Axes;

namespace MlGate.Reporting.Html.Charts;

/// <summary>A metric in several segments: one interval a row on one scale, the worst first, each with its own limit.</summary>
internal static class ForestChart
{
    /// <summary>Most rows of one chart.</summary>
    public const int Most = 30;

    /// <summary>The chart of findings that share a metric and a kind of limit.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="rows">Segment and finding, in the order in which they are drawn.</param>
    public static Figure Render(SafeText name, IReadOnlyList<(string Segment, Finding Finding)> rows)
    {
        var zones = rows.Select(row => LimitZone.From(row.Finding.Evidence!)).ToList();
        var values = rows.Zip(zones, (row, zone) =>
            new[]
            {
                zone.Value,
                row.Finding.Evidence!.Interval?.Lower,
                row.Finding.Evidence.Interval?.Upper,
                zone.Below,
                zone.Above,
                zone.IsChange ? 0 : null,
            }
        );
        var (least, most) = Chart.Room(values.SelectMany(all => all).OfType<double>());
        var isChange = zones.Exists(zone => zone.IsChange);
        var model = Chart.Empty();
        model.Axes.Add(Chart.Names(rows.Select(row => row.Segment)));
        model.Axes.Add(Chart.Axis(AxisPosition.Bottom, isChange ? "change against the baseline" : "value", least, most));
        if (isChange)
        {
            model.Series.Add(Chart.Line([new(0, -0.5), new(0, rows.Count - 0.5)], ChartColour.Axis, 1));
        }

        for (var at = 0; at < rows.Count; at++)
        {
            var (finding, zone) = (rows[at].Finding, zones[at]);
            var colour = OutcomeColour.For(finding);
            foreach (var end in new[] { zone.Below, zone.Above }.OfType<double>())
            {
                model.Series.Add(Chart.Line([new(end, at - 0.4), new(end, at + 0.4)], ChartColour.Limit, 1.6));
            }

            if (finding.Evidence!.Interval is { } interval)
            {
                model.Series.Add(Chart.Line([new(interval.Lower ?? least, at), new(interval.Upper ?? most, at)], colour, 2));
            }

            if (zone.Value is { } value)
            {
                model.Series.Add(Chart.Dots([new(value, at)], colour, 4.5));
            }
        }

        return new Figure(
            name,
            $"{name} in {(long)rows.Count} segments: intervals, worst first, each with its limit.",
            model,
            Chart.Width * 2,
            70 + (rows.Count * 26)
        )
        {
            Key = $"""<span class="key kl">limit</span>""",
        };
    }
}
