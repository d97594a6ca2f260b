using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Terminal;

/// <summary>One finding as a block: what and where, the numbers, the limit, the way out.</summary>
internal static class FindingLines
{
    private const int Indent = 7;

    public static void Write(ConsoleLines text, Report report, Finding finding)
    {
        var words = OutcomeWords.From(finding);
        SafeText place = finding.Place is { } at ? SafeText.From($"  {TextPart.Place(at)}") : SafeText.Empty;
        text.AddSpans(
            0,
            new(words.Word.PadRight(Indent - 2) + "  ", StyleOf(finding)),
            new(ConsoleText.From($"{CheckLabel.For(finding)}"), ConsoleStyle.Strong),
            new(ConsoleText.From($"  {TextPart.Name(finding.Code)}{place}"), ConsoleStyle.Quiet)
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
            text.Add(Indent, $"{TextPart.Text(finding.Found)}; expected {TextPart.Text(finding.Expected)}");
        }

        foreach (var line in EvidenceWords.For(finding))
        {
            text.Add(Indent, line);
        }

        if (finding.Fix is { } fix)
        {
            text.Add(Indent, $"fix: {TextPart.Text(fix)}");
        }

        if (finding.Counts && finding.IsWaivable)
        {
            text.Add(Indent, $"accept: {Accept(report, finding)}");
        }

        text.Gap();
    }

    private static SafeText Accept(Report report, Finding finding) =>
        AcceptCommand.From(report, finding) is { } command
            ? SafeText.From($"{TextPart.Own("mlgate " + command)}")
            : SafeText.From($"mlgate accept with --reason, --until and the id of the check, {TextPart.Name(finding.Id.Text)}");

    private static ConsoleStyle StyleOf(Finding finding) =>
        finding switch
        {
            { Counts: true } => ConsoleStyle.Bad,
            { Outcome: Outcome.Passed } => ConsoleStyle.Good,
            { Outcome: Outcome.Waived } or { Severity: Severity.Warn } => ConsoleStyle.Warning,
            _ => ConsoleStyle.Plain,
        };
}
