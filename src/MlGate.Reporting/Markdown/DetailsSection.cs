using System.Text;
using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>What the table leaves out of each finding that is not green: where its limit is, method, counts, and its own way out.</summary>
internal static class DetailsSection
{
    private const int Most = 12;

    public static MarkdownSection? Render(ReportReading reading, Headline headline, PlaceLinks links)
    {
        List<Finding> findings = [.. reading.Blocking, .. reading.Waived, .. reading.Warnings, .. reading.Quiet.Where(IsTold)];
        if (findings.Count == 0)
        {
            return null;
        }

        var told = reading.Worst ?? reading.WorstWarning;
        var items = findings
            .Take(Most)
            .Select(finding => Item(finding, ReferenceEquals(finding, told) ? headline : null, told?.Fix, links))
            .OfType<string>();
        var body = new StringBuilder(string.Join('\n', items));
        if (body.Length == 0)
        {
            return null;
        }

        if (findings.Count > Most)
        {
            body.Append(MarkdownText.From($"\n\n*{(long)(findings.Count - Most)} more in the full report.*"));
        }

        return new(
            2,
            "details of the findings",
            Details.From("Details", MarkdownText.From(OutcomeCounts.Format(findings)), body.ToString())
        );
    }

    // Of what has no baseline yet nothing more can be said, and of a quiet segment the full report says more.
    private static bool IsTold(Finding finding) => finding.Outcome != Outcome.NoBaseline && finding.Id.Segment is null;

    // Of what the first lines tell already, only the rest is said; null for nothing.
    private static string? Item(Finding finding, Headline? told, string? repeated, PlaceLinks links)
    {
        List<SafeText> parts = [];
        if (MetricRow.IsMetric(finding))
        {
            parts.AddRange(told?.Reason is null && ReasonSentence.Certainty(finding) is { } certainty ? [certainty] : []);
        }
        else if (told is null)
        {
            parts.Add($"expected: {TextPart.Text(finding.Expected)}");
        }

        parts.AddRange(EvidenceWords.More(finding));
        if (finding.Fix is { } fix && told is null && fix != repeated)
        {
            parts.Add($"fix: {TextPart.Text(fix)}");
        }

        if (parts.Count == 0 && told is not null)
        {
            return null;
        }

        var name = MarkdownText.Name(finding.Id.Text) + (finding.Place is { } at ? " at " + links.Place(at) : "");
        var text = parts.Count == 0 ? "" : "  \n  " + string.Join("; ", parts.Select(MarkdownText.From)) + ".";
        return $"- {OutcomeWords.From(finding).Icon} {name} · {Links.Code(finding.Code)}{text}";
    }
}
