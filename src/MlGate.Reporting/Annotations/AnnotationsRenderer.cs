using System.Globalization;
using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Annotations;

/// <summary>
/// Workflow commands that make GitHub mark the lines of the gate file whose limits do not hold: at most ten, which is what it shows of a
/// step.
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
            .. EveryFinding.In(report).Where(finding => finding.Counts),
            .. report.Findings.Where(finding =>
                finding.Severity == Severity.Warn && finding.Outcome is not (Outcome.Passed or Outcome.Waived)
            ),
        ];
        var shown = loud.Count > Most ? loud.Take(Most - 1).ToList() : loud;
        var lines = shown.Select(finding => Line(Annotation.From(report, finding))).ToList();
        if (loud.Count > Most)
        {
            lines.Add(
                WorkflowCommand.From(
                    "notice",
                    [("title", "MlGate")],
                    ConsoleText.From(
                        $"{TextPart.Name(report.Gate)}: {(long)(loud.Count - shown.Count)} more checks not shown, see the full report"
                    )
                )
            );
        }

        lines.AddRange(
            report
                .Waivers.Take(Most)
                .Select(waiver =>
                    WorkflowCommand.From(
                        "notice",
                        [("title", "MlGate Waived")],
                        ConsoleText.From($"{TextPart.Name(waiver.Check.Text)}: {WaiverWords.For(waiver)}")
                    )
                )
        );

        // An ordinary line of the log, so that one without annotations says that it ran.
        lines.Add($"mlgate: {ConsoleText.From($"{TextPart.Name(report.Gate)}: {Headline.From(new ReportReading(report)).Title}")}");
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>One annotation as a line of the log.</summary>
    public static string Line(Annotation annotation)
    {
        List<(string Name, string Value)> properties = [];
        if (annotation.Path is { } path)
        {
            properties.Add(("file", path));
        }

        if (annotation.Line > 0)
        {
            properties.Add(("line", annotation.Line.ToString(CultureInfo.InvariantCulture)));
        }

        if (annotation.Column > 0)
        {
            properties.Add(("col", annotation.Column.ToString(CultureInfo.InvariantCulture)));
        }

        properties.Add(("title", annotation.Title));
        return WorkflowCommand.From(annotation.IsError ? "error" : "warning", properties, annotation.Message);
    }
}
