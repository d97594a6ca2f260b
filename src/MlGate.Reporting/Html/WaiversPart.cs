using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>Who accepted what: before the findings, because a reviewer decides whether it stays.</summary>
internal static class WaiversPart
{
    private const int Most = 20;

    public static Markup Render(ReportReading reading)
    {
        var waivers = reading.Report.Waivers;
        if (waivers.Count == 0)
        {
            return Markup.Empty;
        }

        var rows = waivers.Take(Most).Select(Row);
        var more = waivers.Count > Most ? Markup.From($"\n<p>{(long)(waivers.Count - Most)} more, not shown</p>") : Markup.Empty;
        return $"""
            <section class="loosened" aria-labelledby="waivers">
            <h2 id="waivers">Accepted by waiver</h2>
            <div class="scroll" tabindex="0" role="group" aria-label="Accepted by waiver"><table>
            <thead><tr><th scope="col">Check</th><th scope="col">Why</th><th scope="col">Who</th><th scope="col">Until</th></tr></thead>
            <tbody>
            {Markup.Lines(rows)}
            </tbody>
            </table></div>{more}
            </section>
            """;
    }

    private static Markup Row(ReportedWaiver waiver) =>
        $"<tr><th scope=\"row\">{TextPart.Text(waiver.Check.Text)}</th><td>{TextPart.Text(waiver.Reason)}</td>"
        + $"<td>{TextPart.Text(waiver.Owner)}</td><td>{WaiverWords.Until(waiver)}</td></tr>";
}
