using System.Globalization;
using MlGate.Reporting.Wording;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MlGate.Reporting.Html.Charts;

/// <summary>What all charts have in common: plain axes, a faint grid, no box, no legend (the caption says what is what).</summary>
internal static class Chart
{
    /// <summary>Size of a chart that stands beside another.</summary>
    public const int Width = 440;

    /// <summary>Its height.</summary>
    public const int Height = 320;

    private const double FontSize = 13;

    /// <summary>An empty chart.</summary>
    public static PlotModel Empty() =>
        new()
        {
            Background = OxyColors.Undefined,
            PlotAreaBorderThickness = new OxyThickness(0),
            TextColor = ChartColour.Text,
            DefaultFontSize = FontSize,
            Culture = CultureInfo.InvariantCulture,
            IsLegendVisible = false,
            Padding = new OxyThickness(2, 8, 14, 2),
        };

    /// <summary>An axis of numbers.</summary>
    public static LinearAxis Axis(AxisPosition position, string title, double least, double most, Func<double, string>? label = null) =>
        new()
        {
            Position = position,
            Title = title,
            Minimum = least,
            Maximum = most,
            LabelFormatter = label ?? Number,
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = ChartColour.Grid,
            TicklineColor = ChartColour.Axis,
            AxislineColor = ChartColour.Axis,
            AxislineStyle = LineStyle.Solid,
            TickStyle = TickStyle.None,
            MinorTickSize = 0,
            IntervalLength = 70,
            AxisTitleDistance = 8,
            TitleFontSize = FontSize,
        };

    /// <summary>An axis from 0 to 1.</summary>
    public static LinearAxis Share(AxisPosition position, string title)
    {
        var axis = Axis(position, title, 0, 1);
        axis.MajorStep = 0.2;
        return axis;
    }

    /// <summary>An axis of names, the first at the top.</summary>
    public static CategoryAxis Names(IEnumerable<string> names)
    {
        var axis = new CategoryAxis
        {
            Position = AxisPosition.Left,
            StartPosition = 1,
            EndPosition = 0,
            TicklineColor = ChartColour.Axis,
            AxislineColor = ChartColour.Axis,
            AxislineStyle = LineStyle.Solid,
            TickStyle = TickStyle.None,
            GapWidth = 0.4,
        };
        axis.Labels.AddRange(names.Select(name => CleanText.From(name, 28)));
        return axis;
    }

    /// <summary>The baseline's line: thinner and dashed, so that it is told apart without colour.</summary>
    public static LineSeries Baseline(IEnumerable<DataPoint> points) => Line(points, ChartColour.Baseline, 1.6, LineStyle.Dash);

    /// <summary>The candidate's line.</summary>
    public static LineSeries Candidate(IEnumerable<DataPoint> points) => Line(points, ChartColour.Candidate, 2.2, LineStyle.Solid);

    /// <summary>A line.</summary>
    public static LineSeries Line(IEnumerable<DataPoint> points, OxyColor colour, double thickness, LineStyle style = LineStyle.Solid)
    {
        var line = new LineSeries
        {
            Color = colour,
            StrokeThickness = thickness,
            LineStyle = style,
            MinimumSegmentLength = 0,
        };
        line.Points.AddRange(points);
        return line;
    }

    /// <summary>Dots: full ones, or rings.</summary>
    public static ScatterSeries Dots(IEnumerable<DataPoint> points, OxyColor colour, double size = 3.5, bool ring = false)
    {
        var dots = new ScatterSeries
        {
            MarkerType = MarkerType.Circle,
            MarkerSize = size,
            MarkerFill = ring ? OxyColors.Transparent : colour,
            MarkerStroke = ring ? colour : OxyColors.Transparent,
            MarkerStrokeThickness = ring ? 1.6 : 0,
        };
        dots.Points.AddRange(points.Select(point => new ScatterPoint(point.X, point.Y)));
        return dots;
    }

    /// <summary>
    /// Least and most with some room around them; never one and the same, and never so far apart or near to each other that an axis has no
    /// ticks.
    /// </summary>
    public static (double Least, double Most) Room(IEnumerable<double> values)
    {
        var drawable = values.Where(IsDrawable).DefaultIfEmpty(0).ToList();
        var (least, most) = (drawable.Min(), drawable.Max());
        var size = Math.Max(Math.Abs(least), Math.Abs(most));
        var room = Math.Max(
            (most - least) * 0.08,
            most > least ? size * 1e-6
                : size > 0 ? size * 0.1
                : 1
        );
        return (least - room, most + room);
    }

    /// <summary>Numbers that an axis can hold; what nobody can measure is not drawn.</summary>
    public static bool IsDrawable(double value) => value == 0 || Math.Abs(value) is >= 1e-100 and <= 1e100;

    /// <summary>As an axis shows it.</summary>
    public static string Number(double value) =>
        Math.Abs(value) is >= 1e6 or (> 0 and < 1e-4)
            ? value.ToString("0.##E+0", CultureInfo.InvariantCulture).Replace('-', '\u2212')
            : value.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '\u2212');
}
