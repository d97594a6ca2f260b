using System.Text;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Every check with its numbers, in the gate file's order.</summary>
internal static class AllChecksSection
{
    public const int Most = 500;

    public static MarkdownSection? Render(ReportReading reading, int most = Most)
    {
        var findings = reading.Report.Findings;
        if (findings.Count == 0)
        {
            return null;
        }

        var body = new StringBuilder(CheckTable.HeadingFor(reading));
        foreach (var finding in findings.Take(most))
        {
            body.Append('\n').Append(CheckTable.Row(finding));
        }

        if (findings.Count > most)
        {
            body.Append(MarkdownText.From($"\n\n*{(long)(findings.Count - most)} rows not shown, see the full report.*"));
        }

        return new(
            5,
            "all checks",
            Details.From(
                MarkdownText.From($"All {(long)findings.Count} checks"),
                MarkdownText.From(OutcomeCounts.Format(findings)),
                body.ToString()
            )
        );
    }
}
