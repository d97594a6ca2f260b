using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>The findings of a report as other tools need them: a red verdict never comes without a red finding.</summary>
internal static class EveryFinding
{
    /// <summary>
    /// All findings in the report's order; where none stops the build and the verdict is red all the same, one that says why comes first.
    /// </summary>
    public static IReadOnlyList<Finding> In(Report report) =>
        report.Verdict.ExitCode != ExitCode.Passed && !report.Findings.Any(finding => finding.Counts)
            ? [WithoutCause(report), .. report.Findings]
            : report.Findings;

    private static Finding WithoutCause(Report report)
    {
        var headline = Headline.From(new ReportReading(report));
        return new Finding
        {
            Code = Diagnostics.NothingMeasured.Code,
            Id = "gate",
            Subject = report.Gate,
            Outcome = Outcome.NotMeasured,
            Expected = "at least one measurable limit on data or a model",
            Found = ConsoleText.From(headline.Title),
            Fix = "Declare a limit, or make the declared limit measurable",
            Place = new FilePlace(report.GateFile[(report.GateFile.LastIndexOf('/') + 1)..], 0, 0),
        };
    }
}
