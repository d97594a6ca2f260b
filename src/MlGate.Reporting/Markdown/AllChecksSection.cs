using System.Text;
using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Every check with its numbers, the worst first.</summary>
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

        var body = new StringBuilder("| | Check | Found | Allowed |\n|:--|:--|:--|:--|");
        foreach (var finding in findings.OrderBy(OutcomeWords.OrderOf).Take(most))
        {
            body.Append('\n').Append(Row(finding));
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

    private static string Row(Finding finding)
    {
        var (words, values) = (OutcomeWords.From(finding), EvidenceWords.Numbers(finding.Evidence));
        var found = values is null ? MarkdownText.Sentence(finding.Found) : MarkdownText.From(values);
        var allowed = LimitWords.For(finding.Evidence) is { } limit ? MarkdownText.From(limit) : MarkdownText.Sentence(finding.Expected);
        return $"| {words.Icon} {words.Word} | {MarkdownText.From($"{CheckLabel.For(finding)}")} | {found} | {allowed} |";
    }
}
