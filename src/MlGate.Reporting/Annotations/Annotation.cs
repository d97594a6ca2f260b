using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Annotations;

/// <summary>A remark at the line of the gate file that declares what does not hold. All text is fit for a log.</summary>
/// <param name="Path">Relative to the repository's root, with forward slashes; null where the finding has no place.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
/// <param name="Column">From 1; 0 when unknown.</param>
/// <param name="IsError">False for a warning.</param>
/// <param name="Title">A few words.</param>
/// <param name="Message">One line.</param>
internal sealed record Annotation(string? Path, int Line, int Column, bool IsError, string Title, string Message)
{
    public static Annotation From(Report report, Finding finding) =>
        new(
            finding.Place is { } place ? ConsoleText.Path(RepositoryPath.From(report, place)) : null,
            finding.Place?.Line ?? 0,
            finding.Place is { Line: > 0 } at ? at.Column : 0,
            finding.Counts,
            ConsoleText.From(
                $"MlGate {TextPart.Own(OutcomeWords.From(finding).Word)}: {CheckLabel.For(finding)} ({TextPart.Name(finding.Code)})"
            ),
            ConsoleText.Sentence(finding.Message)
        );

    /// <summary>Of what stops the build, worst first.</summary>
    public static IReadOnlyList<Annotation> OfFailing(Report report) =>
        [.. EveryFinding.In(report).Where(finding => finding.Counts).Select(finding => From(report, finding))];
}
