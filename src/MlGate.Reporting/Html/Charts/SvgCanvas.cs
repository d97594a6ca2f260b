using System.Globalization;
using System.Text;
using MlGate.Reporting.Html.Elements;
using OxyPlot;

namespace MlGate.Reporting.Html.Charts;

/// <summary>
/// Draws OxyPlot's charts as SVG for a page: colours as classes, text as text, no inline style, which the page's policy forbids.
/// </summary>
internal sealed class SvgCanvas : RenderContextBase
{
    private readonly StringBuilder shapes = new();
    private int clips;

    /// <inheritdoc/>
    public override int ClipCount => clips;

    /// <summary>The shapes of a chart.</summary>
    public static string Draw(PlotModel model, double width, double height)
    {
        var canvas = new SvgCanvas();
        ((IPlotModel)model).Update(true);
        ((IPlotModel)model).Render(canvas, new OxyRect(0, 0, width, height));
        return model.GetLastPlotException() is { } problem
            ? throw new InvalidOperationException("A chart could not be drawn.", problem)
            : canvas.shapes.ToString();
    }

    /// <inheritdoc/>
    public override void DrawLine(
        IList<ScreenPoint> points,
        OxyColor stroke,
        double thickness,
        EdgeRenderingMode edgeRenderingMode,
        double[] dashArray,
        LineJoin lineJoin
    )
    {
        if (points.Count < 2 || !Shows(stroke, thickness))
        {
            return;
        }

        shapes.Append("<polyline").Append(Stroke(stroke, thickness, dashArray)).Append(" points=\"");
        Points(points);
        shapes.Append("\"/>");
    }

    /// <inheritdoc/>
    public override void DrawLineSegments(
        IList<ScreenPoint> points,
        OxyColor stroke,
        double thickness,
        EdgeRenderingMode edgeRenderingMode,
        double[] dashArray,
        LineJoin lineJoin
    )
    {
        if (points.Count < 2 || !Shows(stroke, thickness))
        {
            return;
        }

        shapes.Append("<path").Append(Stroke(stroke, thickness, dashArray)).Append(" d=\"");
        for (var at = 0; at + 1 < points.Count; at += 2)
        {
            shapes.Append('M').Append(Point(points[at])).Append('L').Append(Point(points[at + 1]));
        }

        shapes.Append("\"/>");
    }

    /// <inheritdoc/>
    public override void DrawPolygon(
        IList<ScreenPoint> points,
        OxyColor fill,
        OxyColor stroke,
        double thickness,
        EdgeRenderingMode edgeRenderingMode,
        double[] dashArray,
        LineJoin lineJoin
    )
    {
        if (points.Count < 2 || (fill.IsInvisible() && !Shows(stroke, thickness)))
        {
            return;
        }

        shapes.Append("<polygon").Append(Paint(fill, stroke, thickness, dashArray)).Append(" points=\"");
        Points(points);
        shapes.Append("\"/>");
    }

    /// <inheritdoc/>
    public override void DrawRectangle(
        OxyRect rectangle,
        OxyColor fill,
        OxyColor stroke,
        double thickness,
        EdgeRenderingMode edgeRenderingMode
    )
    {
        if (fill.IsInvisible() && !Shows(stroke, thickness))
        {
            return;
        }

        shapes
            .Append("<rect")
            .Append(Paint(fill, stroke, thickness, null))
            .Append(
                CultureInfo.InvariantCulture,
                $" x=\"{Near(rectangle.Left):0.#}\" y=\"{Near(rectangle.Top):0.#}\" width=\"{Near(rectangle.Width):0.#}\" "
                    + $"height=\"{Near(rectangle.Height):0.#}\"/>"
            );
    }

    /// <inheritdoc/>
    public override void DrawEllipse(OxyRect extents, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode)
    {
        if (fill.IsInvisible() && !Shows(stroke, thickness))
        {
            return;
        }

        shapes
            .Append("<circle")
            .Append(Paint(fill, stroke, thickness, null))
            .Append(
                CultureInfo.InvariantCulture,
                $" cx=\"{Near(extents.Center.X):0.#}\" cy=\"{Near(extents.Center.Y):0.#}\" r=\"{extents.Width / 2:0.#}\"/>"
            );
    }

    /// <inheritdoc/>
    public override void DrawText(
        ScreenPoint p,
        string text,
        OxyColor fill,
        string fontFamily,
        double fontSize,
        double fontWeight,
        double rotation,
        HorizontalAlignment horizontalAlignment,
        VerticalAlignment verticalAlignment,
        OxySize? maxSize
    )
    {
        if (string.IsNullOrEmpty(text) || fill.IsInvisible())
        {
            return;
        }

        var down =
            fontSize
            * verticalAlignment switch
            {
                VerticalAlignment.Top => 0.85,
                VerticalAlignment.Middle => 0.35,
                _ => -0.2,
            };
        var anchor = horizontalAlignment switch
        {
            HorizontalAlignment.Center => " text-anchor=\"middle\"",
            HorizontalAlignment.Right => " text-anchor=\"end\"",
            _ => "",
        };
        shapes.Append("<text class=\"f").Append(ChartColour.ClassOf(fill)).Append('"').Append(anchor);
        if (rotation == 0)
        {
            shapes.Append(CultureInfo.InvariantCulture, $" x=\"{p.X:0.#}\" y=\"{p.Y + down:0.#}\">");
        }
        else
        {
            shapes.Append(
                CultureInfo.InvariantCulture,
                $" transform=\"translate({p.X:0.#} {p.Y:0.#}) rotate({rotation:0.#})\" y=\"{down:0.#}\">"
            );
        }

        shapes.Append(HtmlText.Plain(text)).Append("</text>");
    }

    /// <summary>A fair guess, the same on every machine: what fonts a page is read with, nobody knows when it is written.</summary>
    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
        string.IsNullOrEmpty(text) ? OxySize.Empty : new OxySize(text.Length * fontSize * 0.6, fontSize * 1.2);

    /// <summary>Axes hold all that is drawn, so nothing has to be cut off.</summary>
    public override void PushClip(OxyRect clippingRectangle) => clips++;

    /// <inheritdoc/>
    public override void PopClip() => clips--;

    // What lies far outside of a chart is cut off by its edge wherever it lies.
    private static double Near(double coordinate) => double.IsNaN(coordinate) ? 0 : Math.Clamp(coordinate, -9_999, 9_999);

    private static bool Shows(OxyColor stroke, double thickness) => thickness > 0 && !stroke.IsInvisible();

    private static string Paint(OxyColor fill, OxyColor stroke, double thickness, double[]? dashArray)
    {
        if (!Shows(stroke, thickness))
        {
            return $" class=\"f{ChartColour.ClassOf(fill)}\"";
        }

        return fill.IsInvisible()
            ? Stroke(stroke, thickness, dashArray)
            : Stroke(stroke, thickness, dashArray, $"f{ChartColour.ClassOf(fill)} ");
    }

    private static string Stroke(OxyColor stroke, double thickness, double[]? dashArray, string fill = "")
    {
        var dashes = dashArray is { Length: > 0 }
            ? $" stroke-dasharray=\"{string.Join(' ', dashArray.Select(length => length.ToString("0.#", CultureInfo.InvariantCulture)))}\""
            : "";
        var width = thickness == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" stroke-width=\"{thickness:0.#}\"");
        return $" class=\"{fill}s{ChartColour.ClassOf(stroke)}\"{width}{dashes}";
    }

    private static string Point(ScreenPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{Near(point.X):0.#} {Near(point.Y):0.#}");

    private void Points(IList<ScreenPoint> points) =>
        shapes.AppendJoin(
            ' ',
            points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{Near(point.X):0.#},{Near(point.Y):0.#}"))
        );
}
