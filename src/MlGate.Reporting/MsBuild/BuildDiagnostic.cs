using System.Text.Json.Serialization;
using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.MsBuild;

/// <summary>One line of a build log. All text is already safe for a log.</summary>
internal sealed record BuildDiagnostic
{
    public required string Code { get; init; }

    /// <summary><c>error</c>, <c>warning</c> or <c>message</c>.</summary>
    public required string Severity { get; init; }

    public required string Subject { get; init; }

    /// <summary>Relative to the gate file's folder, forward slashes; null without a place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? File { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }

    public required string Message { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? HelpLink { get; init; }

    /// <summary>
    /// Everything that a build must say of a report: errors, then warnings, then messages, each in the report's order. Never no error when
    /// the verdict is red.
    /// </summary>
    public static IReadOnlyList<BuildDiagnostic> From(Report report)
    {
        var all = EveryFinding.In(report).Where(finding => finding.Outcome is not (Outcome.Passed or Outcome.Waived)).Select(From).ToList();
        return
        [
            .. all.Where(line => line.Severity == "error"),
            .. all.Where(line => line.Severity == "warning"),
            .. all.Where(line => line.Severity == "message"),
        ];
    }

    private static BuildDiagnostic From(Finding finding) =>
        new()
        {
            Code = finding.Code,
            Severity = finding.Severity switch
            {
                Findings.Severity.Error => "error",
                Findings.Severity.Warn => "warning",
                _ => "message",
            },
            Subject = ConsoleText.Sentence(finding.Subject),
            File = finding.Place is { } place ? ConsoleText.Path(place.File) : null,
            Line = finding.Place?.Line ?? 0,
            Column = finding.Place?.Column ?? 0,
            Message = ConsoleText.Sentence(finding.Message),
            HelpLink = Diagnostics.Find(finding.Code)?.HelpLink,
        };
}
