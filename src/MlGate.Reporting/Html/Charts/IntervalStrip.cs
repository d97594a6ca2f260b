using MlGate.Findings;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MlGate.Reporting.Html.Charts;

/// <summary>
/// One interval against its limit on a line of its own scale, small enough for a cell; the numbers stand in the cells beside it.
/// </summary>
internal static class IntervalStrip
{
    private const double Width = 190;
    private const double Height = 42;

    /// <summary>The strip; nothing where there is no number to draw.</summary>
    public static Markup Render(Finding finding, PageIds ids)
    {
        if (finding.Evidence is not { } evidence)
        {
            return Markup.Empty;
        }

        var zone = LimitZone.From(evidence);
        double?[] all = [zone.Value, evidence.Interval?.Lower, evidence.Interval?.Upper, zone.Below, zone.Above, zone.IsChange ? 0 : null];
        if (zone.Value is null && evidence.Interval is null)
        {
            return Markup.Empty;
        }

        var (least, most) = Chart.Room(all.OfType<double>());
        var room = (most - least) * 0.08;
        (least, most) = (least - room, most + room);
        var model = Chart.Empty();
        model.Padding = new OxyThickness(0);
        model.PlotMargins = new OxyThickness(14, 0, 16, 18);
        var axis = Chart.Axis(AxisPosition.Bottom, "", least, most);
        axis.MajorGridlineStyle = LineStyle.None;
        axis.IntervalLength = 60;
        model.Axes.Add(axis);
        model.Axes.Add(
            new LinearAxis
            {
                Position = AxisPosition.Left,
                IsAxisVisible = false,
                Minimum = -1,
                Maximum = 1,
            }
        );
        Forbid(model, least, zone.Below);
        Forbid(model, zone.Above, most);
        if (zone.IsChange)
        {
            model.Series.Add(Upright(0, 1, ChartColour.Axis, 1));
        }

        foreach (var end in new[] { zone.Below, zone.Above }.OfType<double>())
        {
            model.Series.Add(Upright(end, 1, ChartColour.Limit, 1.6));
        }

        var colour = OutcomeColour.For(finding);
        if (evidence.Interval is { } interval)
        {
            model.Series.Add(Chart.Line([new(interval.Lower ?? least, 0), new(interval.Upper ?? most, 0)], colour, 2));
            foreach (var end in new[] { interval.Lower, interval.Upper }.OfType<double>())
            {
                model.Series.Add(Upright(end, 0.35, colour, 2));
            }
        }

        if (zone.Value is { } value)
        {
            model.Series.Add(Chart.Dots([new(value, 0)], colour, 4));
        }

        SafeText limit = LimitWords.For(evidence) is { } allowed ? $", allowed: {allowed}" : SafeText.Empty;
        var figures = FormattedEvidence.From(evidence);
        SafeText range = (figures.Lower ?? figures.Upper) is null ? SafeText.Empty : $", interval {TextPart.Number(figures.Range!)}";
        var measured = TextPart.Number(zone.IsChange ? "change " + (figures.Change ?? "–") : "value " + (figures.Now ?? "–"));
        return new Figure($"interval", $"{CheckLabel.For(finding)}: {measured}{range}{limit}", model, Width, Height).Svg(ids);
    }

    private static LineSeries Upright(double at, double half, OxyColor colour, double thickness) =>
        Chart.Line([new(at, -half), new(at, half)], colour, thickness);

    private static void Forbid(PlotModel model, double? from, double? to)
    {
        if (from is not { } left || to is not { } right || left >= right)
        {
            return;
        }

        var zone = new RectangleBarSeries { StrokeThickness = 0, FillColor = ChartColour.Zone };
        zone.Items.Add(new RectangleBarItem(left, -1, right, 1));
        model.Series.Add(zone);
    }
}
