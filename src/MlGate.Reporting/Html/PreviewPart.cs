using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Html;

/// <summary>What the gate would say that the pull request brings.</summary>
internal static class PreviewPart
{
    public static Markup Render(ReportReading reading)
    {
        if (reading.Report.Preview is not { } preview)
        {
            return Markup.Empty;
        }

        var lines = PreviewWords.Lines(preview).Select(line => (Markup)$"<li>{line}</li>").ToList();
        Markup list = lines.Count == 0 ? Markup.Empty : Markup.From($"\n<ul>\n{Markup.Lines(lines)}\n</ul>");
        return $"""
            <section class="loosened" aria-labelledby="preview">
            <h2 id="preview">{PreviewWords.Title(preview)}</h2>
            <p>Preview only; it does not count.</p>{list}
            </section>
            """;
    }
}
