using System.Text;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Who accepted what: loud, because a reviewer decides whether it stays.</summary>
internal static class WaiversSection
{
    private const int Most = 20;

    // The table is narrow, and a day in two lines is hard to read.
    private const char NoBreak = '\u2011';

    public static MarkdownSection? Render(ReportReading reading)
    {
        var waivers = reading.Report.Waivers;
        if (waivers.Count == 0)
        {
            return null;
        }

        var body = new StringBuilder("| Accepted by waiver | Why | Who | Until |\n|:--|:--|:--|:--|");
        foreach (var waiver in waivers.Take(Most))
        {
            body.Append('\n')
                .Append(
                    MarkdownText.From(
                        $"| 🟡 {TextPart.Name(waiver.Check.Text)} | {TextPart.Text(waiver.Reason)} | {TextPart.Text(waiver.Owner)} | "
                    )
                )
                .Append(MarkdownText.From(WaiverWords.Until(waiver)).Replace('-', NoBreak))
                .Append(" |");
        }

        if (waivers.Count > Most)
        {
            body.Append(MarkdownText.From($"\n\n*{(long)(waivers.Count - Most)} more in the full report.*"));
        }

        return new(1, "waivers", body.ToString(), MarkdownText.From($"🟡 **{(long)waivers.Count} waivers in effect.**"));
    }
}
