using System.Text;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Who accepted what: loud, because a reviewer decides whether it stays.</summary>
internal static class WaiversSection
{
    private const int Most = 20;

    // The table is narrow, and a day in two lines is hard to read.
    private const char NoBreak = '\u2011';

    public static MarkdownSection? Of(ReportReading reading)
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
                .Append(MarkdownText.Of($"| 🟡 {Piece.Name(waiver.Check)} | {Piece.Text(waiver.Reason)} | {Piece.Text(waiver.Owner)} | "))
                .Append(MarkdownText.Of(WaiverWords.Until(waiver)).Replace('-', NoBreak))
                .Append(" |");
        }

        if (waivers.Count > Most)
        {
            body.Append(MarkdownText.Of($"\n\n*{(long)(waivers.Count - Most)} more in the full report.*"));
        }

        return new(1, "waivers", body.ToString(), MarkdownText.Of($"🟡 **{(long)waivers.Count} waivers in effect.**"));
    }
}
