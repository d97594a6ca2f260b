using MlGate.Plots;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Statistics;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MlGate.Reporting.Html.Charts;

/// <summary>Which rows the change turned right and which wrong: the table of both models, and lost against gained.</summary>
internal static class FlipChart
{
    /// <summary>The table and the chart.</summary>
    public static Markup Render(Flips flips, PageIds ids)
    {
        var table = flips.Right;
        SafeText p = flips.P is { } value
            ? $" McNemar's mid-p for \u201cas many gained as lost\u201d: "
                + $"{TextPart.Number(value < 0.0001 ? "< 0.0001" : Numbers.Fixed(value, 4))}."
            : SafeText.Empty;
        SafeText classes = (flips.Positives, flips.Negatives) is ({ } positives, { } negatives)
            ? $" Of the positives {positives.Lost} were lost and {positives.Gained} gained, of the negatives {negatives.Lost} and "
                + $"{negatives.Gained}."
            : SafeText.Empty;
        return $"""
            <figure>
            <figcaption><b>Flips</b> <span class="key kf">lost</span> <span class="key kp">gained</span></figcaption>
            <table class="flips"><caption>Rows by who is right</caption>
            <thead><tr><td></td><th scope="col">candidate right</th><th scope="col">candidate wrong</th></tr></thead>
            <tbody>
            <tr><th scope="row">baseline right</th><td>{table.Both}</td><td class="lost">{table.Lost}</td></tr>
            <tr><th scope="row">baseline wrong</th><td class="gained">{table.Gained}</td><td>{table.Neither}</td></tr>
            </tbody></table>
            {Bars(flips).Svg(ids)}
            <p class="note">{flips.Changed} of {Rows(table)} rows are decided otherwise.{classes}{p}</p>
            </figure>
            """;
    }

    private static Figure Bars(Flips flips)
    {
        (string Name, PairedTable Table)[] rows = (flips.Positives, flips.Negatives) is ({ } positives, { } negatives)
            ? [("positives", positives), ("negatives", negatives)]
            : [("all rows", flips.Right)];
        var model = Chart.Empty();
        var most = Math.Max(1, rows.Max(row => (double)Math.Max(row.Table.Lost, row.Table.Gained))) * 1.05;
        model.Axes.Add(Chart.Names(rows.Select(row => row.Name)));
        model.Axes.Add(
            Chart.Axis(AxisPosition.Bottom, "rows lost | gained", -most, most, value => value % 1 == 0 ? Chart.Number(Math.Abs(value)) : "")
        );
        var bars = new RectangleBarSeries { StrokeThickness = 0 };
        for (var at = 0; at < rows.Length; at++)
        {
            bars.Items.Add(new RectangleBarItem(-rows[at].Table.Lost, at - 0.3, 0, at + 0.3) { Color = ChartColour.Bad });
            bars.Items.Add(new RectangleBarItem(0, at - 0.3, rows[at].Table.Gained, at + 0.3) { Color = ChartColour.Good });
        }

        model.Series.Add(bars);
        model.Series.Add(Chart.Line([new(0, -0.5), new(0, rows.Length - 0.5)], ChartColour.Axis, 1));
        return new Figure(
            $"Flips",
            $"Flips: {flips.Right.Lost} rows lost and {flips.Right.Gained} rows gained.",
            model,
            Height: 80 + (rows.Length * 34)
        );
    }

    // Of a report that somebody wrote, the sum may be more than a number holds.
    private static long Rows(PairedTable table) => (long)Math.Min(9e18, (double)table.Both + table.Gained + table.Lost + table.Neither);
}
