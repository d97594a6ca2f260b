using System.Text.Json;
using MlGate.Findings;
using MlGate.Reporting.MsBuild;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Json;

/// <summary>Writes <c>diagnostics.json</c>.</summary>
internal static class DiagnosticsJson
{
    private const int Schema = 1;

    /// <summary>The file's text. Severities are those of the gate file: what the build makes of them is the build's affair.</summary>
    public static string Write(Report report)
    {
        var file = new DiagnosticsFile
        {
            Schema = Schema,
            Summary = ConsoleText.From($"{TextPart.Name(report.Gate)}: {Headline.From(new ReportReading(report)).Title}"),
            Unchanged = ConsoleText.From($"{TextPart.Name(report.Gate)}: up to date ({TextPart.Own(Word(report.Verdict))})"),
            ValidUntil = report.ValidUntil,
            Diagnostics = BuildDiagnostic.From(report),
        };
        return JsonSerializer.Serialize(file, ReportJsonContext.Default.DiagnosticsFile) + "\n";
    }

    private static string Word(Verdict verdict) =>
        verdict switch
        {
            { Outcome: Outcome.Passed, Warnings: 1 } => "passed with 1 warning",
            { Outcome: Outcome.Passed, Warnings: > 1 } => FormattableString.Invariant($"passed with {verdict.Warnings} warnings"),
            { Outcome: Outcome.Passed } => "passed",
            { Outcome: Outcome.Failed } => "failed",
            { Outcome: Outcome.Inconclusive } => "inconclusive",
            _ => "not evaluated",
        };
}
