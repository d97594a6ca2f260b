using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Reports;
using MlGate.Waivers;

namespace MlGate.Reporting.Terminal;

/// <summary>One finding as a block: what and where, the numbers, the limit, the way out.</summary>
internal static class FindingLines
{
    private const int Indent = 7;

    public static void Write(ConsoleLines text, Report report, Finding finding)
    {
        var words = OutcomeWords.Of(finding);
        Phrase place = finding.Place is { } at ? Phrase.Of($"  {Piece.Place(at)}") : Phrase.Empty;
        text.AddSpans(
            0,
            new(words.Word.PadRight(Indent - 2) + "  ", StyleOf(finding)),
            new(ConsoleText.Of($"{CheckLabel.Of(finding)}"), ConsoleStyle.Strong),
            new(ConsoleText.Of($"  {Piece.Name(finding.Code)}{place}"), ConsoleStyle.Quiet)
        );
        if (finding.Outcome == Outcome.Passed)
        {
            if (EvidenceWords.Values(finding.Evidence) is { } passed)
            {
                text.Add(Indent, passed);
            }

            return;
        }

        if (!EvidenceWords.SaysItAll(finding))
        {
            text.Add(Indent, $"{Piece.Text(finding.Found)}; expected {Piece.Text(finding.Expected)}");
        }

        foreach (var line in EvidenceWords.Of(finding))
        {
            text.Add(Indent, line);
        }

        if (finding.Fix is { } fix)
        {
            text.Add(Indent, $"fix: {Piece.Text(fix)}");
        }

        if (finding.Counts && finding.IsWaivable)
        {
            text.Add(Indent, $"accept: {Accept(report, finding)}");
        }

        text.Gap();
    }

    private static Phrase Accept(Report report, Finding finding) =>
        AcceptCommand.Of(report, finding) is { } command
            ? Phrase.Of($"{Piece.Own("mlgate " + command)}")
            : Phrase.Of($"mlgate accept with --reason, --until and the id of the check, {Piece.Name(finding.Id)}");

    private static ConsoleStyle StyleOf(Finding finding) =>
        finding switch
        {
            { Counts: true } => ConsoleStyle.Bad,
            { Outcome: Outcome.Passed } => ConsoleStyle.Good,
            { Outcome: Outcome.Waived } or { Severity: Severity.Warn } => ConsoleStyle.Warning,
            _ => ConsoleStyle.Plain,
        };
}
