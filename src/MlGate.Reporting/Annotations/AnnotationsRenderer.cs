using System.Globalization;

using MlGate.Findings;
using MlGate.Reporting.Terminal;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Annotations;

/// <summary>
/// Workflow commands that make GitHub mark the lines of the gate file whose limits do not hold: at most ten, which is what it shows of a step.
/// </summary>
internal sealed class AnnotationsRenderer : IReportRenderer
{
    private const int Most = 10;

    public string Format => "annotations";

    public string Extension => "annotations.txt";

    public string Render(Report report)
    {
        List<Finding> loud =
        [
            .. EveryFinding.Of(report).Where(finding => finding.Counts),
            .. report.Findings.Where(finding => finding.Severity == Severity.Warn && finding.Outcome is not (Outcome.Passed or Outcome.Waived)),
        ];
        var shown = loud.Count > Most ? loud.Take(Most - 1).ToList() : loud;
        var lines = shown.Select(finding => Line(report, finding)).ToList();
        if (loud.Count > Most) lines.Add(Command("notice", [("title", "MlGate")], ConsoleText.Of($"{Piece.Name(report.Gate)}: {(long)(loud.Count - shown.Count)} more checks are not shown, see the full report")));

        lines.AddRange(report.Waivers.Take(Most).Select(waiver => Command("notice", [("title", "MlGate Waived")], ConsoleText.Of($"{Piece.Name(waiver.Check)}: {WaiverWords.Of(waiver)}"))));

        // An ordinary line of the log, so that one without annotations says that it ran.
        lines.Add($"mlgate: {ConsoleText.Of($"{Piece.Name(report.Gate)}: {Headline.Of(new ReportReading(report)).Title}")}");
        return string.Join('\n', lines) + "\n";
    }

    private static string Line(Report report, Finding finding)
    {
        List<(string Name, string Value)> properties = [];
        if (finding.Place is { } place)
        {
            properties.Add(("file", ConsoleText.Path(RepositoryPath.Of(report, place))));
            if (place.Line > 0) properties.Add(("line", place.Line.ToString(CultureInfo.InvariantCulture)));
            if (place is { Line: > 0, Column: > 0 }) properties.Add(("col", place.Column.ToString(CultureInfo.InvariantCulture)));
        }

        properties.Add(("title", ConsoleText.Of($"MlGate {new Piece(PieceKind.Words, OutcomeWords.Of(finding).Word)}: {CheckLabel.Of(finding)} ({Piece.Name(finding.Code)})")));
        return Command(finding.Counts ? "error" : "warning", properties, ConsoleText.Sentence(finding.Message));
    }

    private static string Command(string name, IReadOnlyList<(string Name, string Value)> properties, string message) =>
        $"::{name} {string.Join(',', properties.Select(property => $"{property.Name}={Property(property.Value)}"))}::{Data(message)}";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
