using System.Text;
using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Every finding that is not green, said in full: where it stands, its numbers, the way out.</summary>
internal static class DetailsSection
{
    private const int Most = 25;

    public static MarkdownSection? Render(ReportReading reading)
    {
        List<Finding> findings = [.. reading.Blocking, .. reading.Waived, .. reading.Warnings, .. reading.Quiet];
        if (findings.Count == 0)
        {
            return null;
        }

        var body = new StringBuilder();
        foreach (var finding in findings.Take(Most))
        {
            if (body.Length > 0)
            {
                body.Append('\n');
            }

            body.Append(Item(finding));
        }

        if (findings.Count > Most)
        {
            body.Append(MarkdownText.From($"\n\n*{(long)(findings.Count - Most)} more in the full report.*"));
        }

        return new(
            2,
            "why, and how to fix it",
            Details.From(
                "Why, and how to fix it",
                MarkdownText.From(OutcomeCounts.Format(findings)),
                body.ToString(),
                open: reading.Blocking.Count > 0
            )
        );
    }

    private static string Item(Finding finding)
    {
        SafeText place = finding.Place is { } at ? SafeText.From($" at {TextPart.Place(at)}") : SafeText.Empty;
        var text = new StringBuilder();
        text.Append(
            MarkdownText.From(
                $"- {new TextPart(TextPartKind.Words, OutcomeWords.From(finding).Icon)} {TextPart.Name(finding.Id.Text)}{place} "
            )
        );
        text.Append(Link(finding.Code));
        if (!EvidenceWords.SaysItAll(finding))
        {
            Line(text, $"{TextPart.Text(finding.Found)}; expected {TextPart.Text(finding.Expected)}");
        }

        foreach (var line in EvidenceWords.For(finding))
        {
            Line(text, line);
        }

        if (finding.Fix is { } fix)
        {
            Line(text, $"**Fix:** {TextPart.Text(fix)}");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, SafeText phrase) => text.Append("\n  - ").Append(MarkdownText.From(phrase));

    // The one link of a summary that leads to a page: the code is one of the table, so nobody else chose the address.
    private static string Link(string code) =>
        Diagnostics.Find(code) is { } known ? $"[{known.Code}]({known.HelpLink})" : MarkdownText.Name(code);
}
