using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>What a report says as a whole. Each form has words of its own, and only the first four are green.</summary>
internal enum ReportForm
{
    Passed,
    PassedWithWarnings,
    PassedWithWaivers,
    FirstMeasurement,
    Failed,
    LockOutOfDate,
    Undecided,
    NotComparable,
    BaselineRequired,
    NothingMeasured,
    GateFileNotUsable,
    WrongBytes,
    Refused,
    CouldNotMeasure,
}

/// <summary>Tells the forms apart.</summary>
internal static class ReportForms
{
    /// <summary>The form of a report; by its exit code first.</summary>
    public static ReportForm For(Report report) => For(new ReportReading(report));

    /// <summary>The form of a report; by its exit code first.</summary>
    public static ReportForm For(ReportReading reading) =>
        reading.Report.Verdict.ExitCode switch
        {
            ExitCode.Passed => Green(reading),
            ExitCode.Failed => reading.Blocking.All(finding => finding.Code == Diagnostics.LockOutOfDate.Code)
                ? ReportForm.LockOutOfDate
                : ReportForm.Failed,
            ExitCode.Undecided => reading.Report.Verdict.Outcome switch
            {
                Outcome.Inconclusive => ReportForm.Undecided,
                Outcome.NotComparable => ReportForm.NotComparable,
                Outcome.NoBaseline => ReportForm.BaselineRequired,
                _ => ReportForm.NothingMeasured,
            },
            ExitCode.Usage => ReportForm.GateFileNotUsable,
            ExitCode.Integrity => ReportForm.WrongBytes,
            ExitCode.Unsafe => ReportForm.Refused,
            _ => ReportForm.CouldNotMeasure,
        };

    private static ReportForm Green(ReportReading reading)
    {
        if (reading.Waived.Count > 0)
        {
            return ReportForm.PassedWithWaivers;
        }

        if (reading.LacksBaseline)
        {
            return ReportForm.FirstMeasurement;
        }

        return reading.Warnings.Count > 0 ? ReportForm.PassedWithWarnings : ReportForm.Passed;
    }
}
