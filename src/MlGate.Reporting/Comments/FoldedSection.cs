using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Comments;

/// <summary>Everything of a green comment in one closed part: who wants to know opens it.</summary>
internal static class FoldedSection
{
    private const int MostChecks = 100;

    /// <param name="reading">The report.</param>
    /// <param name="history">How its metrics went; null for nothing.</param>
    public static MarkdownSection Of(ReportReading reading, MarkdownSection? history)
    {
        MarkdownSection?[] parts =
        [
            DetailsSection.Of(reading),
            AllChecksSection.Of(reading, MostChecks),
            history,
            DataSection.Of(reading),
            VersionsSection.Of(reading),
        ];
        var counts = Phrase.Of($"{OutcomeCounts.Of(reading.Report.Findings)}");
        var body = string.Join("\n\n", parts.OfType<MarkdownSection>().Select(part => part.Body));
        return new(
            3,
            "checks, data and versions",
            Details.Of("All checks, data and versions", MarkdownText.Of(counts), body),
            MarkdownText.Of($"*{counts}.*")
        );
    }
}
