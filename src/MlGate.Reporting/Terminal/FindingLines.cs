using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Terminal;

/// <summary>One finding as a block: what and where, the numbers, the limit, the way out.</summary>
internal static class FindingLines
{
    private const int Indent = 7;

    /// <param name="text">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="told">What the first lines said of this finding; null for nothing.</param>
    /// <param name="alone">Does its own command stand there, because no other accepts it?</param>
    public static void Write(ConsoleLines text, Report report, Finding finding, Headline? told, bool alone)
    {
        var words = OutcomeWords.From(finding);
        SafeText place = finding.Place is { } at ? SafeText.From($"  {TextPart.Place(at)}") : SafeText.Empty;
        text.AddSpans(
            0,
            new(words.Word.PadRight(Indent - 2) + "  ", StyleOf(finding)),
            new(ConsoleText.From($"{CheckLabel.For(finding)}"), ConsoleStyle.Strong),
            new(ConsoleText.From($"  {TextPart.Name(finding.Code)}{place}"), ConsoleStyle.Quiet)
        );
        var isMetric = MetricRow.IsMetric(finding);
        if (finding.Outcome == Outcome.Passed)
        {
            if (EvidenceWords.Values(finding.Evidence) is { } passed)
            {
                text.Add(Indent, passed);
            }

            return;
        }

        if (!isMetric)
        {
            text.Add(Indent, $"{TextPart.Text(finding.Found)}; expected {TextPart.Text(finding.Expected)}");
        }
        else if (told?.Reason is null && ReasonSentence.Certainty(finding) is { } certainty)
        {
            text.Add(Indent, certainty);
        }

        foreach (var line in EvidenceWords.More(finding))
        {
            text.Add(Indent, line);
        }

        if (finding.Fix is { } fix && told is null)
        {
            text.Add(Indent, $"fix: {TextPart.Text(fix)}");
        }

        if (finding.Counts && finding.IsWaivable && alone)
        {
            text.Add(Indent, $"accept: {Accept(report, finding)}");
        }

        text.Gap();
    }

    private static SafeText Accept(Report report, Finding finding) =>
        AcceptCommand.From(report, finding) is { } command
            ? SafeText.From($"{TextPart.Own("mlgate " + command)}")
            : SafeText.From($"mlgate accept with --reason, --until and the id of the check, {TextPart.Name(finding.Id.Text)}");

    /// <summary>The colour of an outcome.</summary>
    public static ConsoleStyle StyleOf(Finding finding) =>
        finding switch
        {
            { Counts: true } => ConsoleStyle.Bad,
            { Outcome: Outcome.Passed } => ConsoleStyle.Good,
            { Outcome: Outcome.Waived } or { Severity: Severity.Warn } => ConsoleStyle.Warning,
            _ => ConsoleStyle.Plain,
        };
}
