using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Comments;

/// <summary>Everything of a green comment in one closed part: who wants to know opens it.</summary>
internal static class FoldedSection
{
    private const int MostChecks = 100;

    /// <param name="reading">The report.</param>
    /// <param name="history">How its metrics went; null for nothing.</param>
    public static MarkdownSection Render(ReportReading reading, MarkdownSection? history)
    {
        MarkdownSection?[] parts =
        [
            DetailsSection.Render(reading),
            AllChecksSection.Render(reading, MostChecks),
            history,
            DataSection.Render(reading),
            VersionsSection.Render(reading),
        ];
        var counts = SafeText.From($"{OutcomeCounts.Format(reading.Report.Findings)}");
        var body = string.Join("\n\n", parts.OfType<MarkdownSection>().Select(part => part.Body));
        return new(
            3,
            "checks, data and versions",
            Details.From("All checks, data and versions", MarkdownText.From(counts), body),
            MarkdownText.From($"*{counts}.*")
        );
    }
}
