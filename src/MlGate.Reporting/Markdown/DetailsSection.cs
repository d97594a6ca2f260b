using System.Text;
using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Every finding that is not green, said in full: where it stands, its numbers, the way out.</summary>
internal static class DetailsSection
{
    private const int Most = 25;

    public static MarkdownSection? Of(ReportReading reading)
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
            body.Append(MarkdownText.Of($"\n\n*{(long)(findings.Count - Most)} more in the full report.*"));
        }

        return new(
            2,
            "why, and how to fix it",
            Details.Of(
                "Why, and how to fix it",
                MarkdownText.Of(OutcomeCounts.Of(findings)),
                body.ToString(),
                open: reading.Blocking.Count > 0
            )
        );
    }

    private static string Item(Finding finding)
    {
        Phrase place = finding.Place is { } at ? Phrase.Of($" at {Piece.Place(at)}") : Phrase.Empty;
        var text = new StringBuilder();
        text.Append(MarkdownText.Of($"- {new Piece(PieceKind.Words, OutcomeWords.Of(finding).Icon)} {Piece.Name(finding.Id)}{place} "));
        text.Append(Link(finding.Code));
        if (!EvidenceWords.SaysItAll(finding))
        {
            Line(text, $"{Piece.Text(finding.Found)}; expected {Piece.Text(finding.Expected)}");
        }

        foreach (var line in EvidenceWords.Of(finding))
        {
            Line(text, line);
        }

        if (finding.Fix is { } fix)
        {
            Line(text, $"**Fix:** {Piece.Text(fix)}");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, Phrase phrase) => text.Append("\n  - ").Append(MarkdownText.Of(phrase));

    // The one link of a summary that leads to a page: the code is one of the table, so nobody else chose the address.
    private static string Link(string code) =>
        Diagnostics.Find(code) is { } known ? $"[{known.Code}]({known.HelpLink})" : MarkdownText.Name(code);
}
