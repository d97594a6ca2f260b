using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using OxyPlot;

namespace MlGate.Reporting.Html.Charts;

/// <summary>A chart with its name, its key, and its numbers as a table for those who do not see it.</summary>
/// <param name="Title">What it shows, a few words.</param>
/// <param name="Alternative">What somebody must know who does not see it: one sentence.</param>
/// <param name="Model">The chart.</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
internal sealed record Figure(
    SafeText Title,
    SafeText Alternative,
    PlotModel Model,
    double Width = Chart.Width,
    double Height = Chart.Height
)
{
    /// <summary>What the lines mean; empty for none.</summary>
    public Markup Key { get; init; } = Markup.Empty;

    /// <summary>A sentence below; empty for none.</summary>
    public SafeText Note { get; init; } = SafeText.Empty;

    /// <summary>The numbers.</summary>
    public Markup? Table { get; init; }

    /// <summary>What lines and dots mean where two models are drawn.</summary>
    public static Markup BothKey(bool baseline) =>
        baseline
            ? (Markup)$"""<span class="key kb">baseline</span> <span class="key kc">candidate</span>"""
            : $"""<span class="key kc">candidate</span>""";

    /// <summary>The figure.</summary>
    /// <param name="ids">Gives each a name of its own.</param>
    /// <param name="wide">Does it take the whole width?</param>
    public Markup Render(PageIds ids, bool wide = false)
    {
        var numbers = Table is null
            ? Markup.Empty
            : $"\n<details class=\"numbers\"><summary>Numbers: {Title}</summary>\n{Scroll(Title, Table)}\n</details>";
        var note = Note.Parts.Count == 0 ? Markup.Empty : $"\n<p class=\"note\">{Note}</p>";
        return $"""
            <figure{TextPart.Own(wide ? " class=wide" : "")}>
            <figcaption><b>{Title}</b> {Key}</figcaption>
            {(wide ? Scroll(Title, Svg(ids)) : Svg(ids))}{note}{numbers}
            </figure>
            """;
    }

    /// <summary>The chart alone.</summary>
    public Markup Svg(PageIds ids)
    {
        var id = TextPart.Own(ids.Next("c"));
        var (width, height) = (TextPart.Own(Chart.Number(Width)), TextPart.Own(Chart.Number(Height)));
        return $"<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" "
            + $"aria-labelledby=\"{id}\"><title id=\"{id}\">{Plain(Alternative)}</title>{Drawn(Model, Width, Height)}</svg>";
    }

    /// <summary>A part that scrolls sideways on its own where the screen is narrow; the keyboard reaches it.</summary>
    public static Markup Scroll(SafeText name, Markup body) =>
        $"<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{Plain(name)}\">\n{body}\n</div>";

    private static Markup Plain(SafeText phrase)
    {
        var text = Markup.Empty;
        text.AppendLiteral(HtmlText.PlainOf(phrase));
        return text;
    }

    private static Markup Drawn(PlotModel model, double width, double height)
    {
        var shapes = Markup.Empty;
        shapes.AppendLiteral(SvgCanvas.Draw(model, width, height));
        return shapes;
    }
}

/// <summary>Names for the elements of one page.</summary>
internal sealed class PageIds
{
    private int last;

    /// <summary>The next name.</summary>
    public string Next(string prefix) => prefix + (++last).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
