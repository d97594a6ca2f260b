using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Html;

/// <summary>What the gate file loosens in the policy that it extends.</summary>
internal static class LoosenedPart
{
    private const int Most = 20;

    public static Markup Render(ReportReading reading)
    {
        var loosened = reading.Report.Loosened;
        if (loosened.Count == 0)
        {
            return Markup.Empty;
        }

        var more = loosened.Count > Most ? Markup.From($"\n<li>{(long)(loosened.Count - Most)} more, not shown</li>") : Markup.Empty;
        return $"""
            <section class="loosened" aria-labelledby="loosened">
            <h2 id="loosened">The gate file is less strict than its policy</h2>
            <ul>
            {Markup.Lines(loosened.Take(Most).Select(line => (Markup)$"<li>{TextPart.Text(line)}</li>"))}{more}
            </ul>
            </section>
            """;
    }
}
