using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>The words after the gate's name.</summary>
internal static class Titles
{
    /// <summary>The title of a form.</summary>
    public static SafeText For(ReportForm form, ReportReading reading) => $"{Verdict(form, reading)}{Gone(form, reading)}";

    private static SafeText Verdict(ReportForm form, ReportReading reading) =>
        form switch
        {
            ReportForm.Passed => Passed(reading),
            ReportForm.PassedWithWarnings =>
                $"passes with {(long)reading.Warnings.Count}{One(reading.Warnings.Count, " warning", " warnings")}{Undecided(reading)}",
            ReportForm.PassedWithWaivers =>
                $"passes with {(long)reading.Waived.Count}{One(reading.Waived.Count, " waiver", " waivers")}{Undecided(reading)}",
            ReportForm.FirstMeasurement => $"first measurement, no baseline",
            ReportForm.Failed => Failed(reading),
            ReportForm.Undecided => $"inconclusive",
            ReportForm.NotComparable => $"baseline and candidate cannot be compared",
            ReportForm.BaselineRequired => $"no baseline, and the gate file requires one",
            ReportForm.NothingMeasured => NotMeasured(reading),
            ReportForm.GateFileNotUsable => $"invalid gate file or command, nothing measured",
            ReportForm.WrongBytes => $"bytes differ from the lock or git",
            ReportForm.Refused => $"refused as unsafe, nothing measured",
            _ => $"could not measure",
        };

    private static SafeText NotMeasured(ReportReading reading) =>
        reading.Passed.Count == 0 || reading.Blocking.Count == 0
            ? SafeText.From($"nothing was measured")
            : SafeText.From($"{(long)reading.Blocking.Count} of {(long)reading.Report.Findings.Count} checks could not be measured");

    private static SafeText Passed(ReportReading reading)
    {
        var (passed, all) = (reading.Passed.Count, reading.Report.Findings.Count);
        if (passed < all)
        {
            return $"{(long)passed} of {(long)all} checks pass, none fails{Undecided(reading)}";
        }

        return all == 1 ? SafeText.From($"the one check passes") : SafeText.From($"all {(long)all} checks pass");
    }

    // Green, but nobody knows: a reader must not take it for a pass.
    private static SafeText Undecided(ReportReading reading) =>
        reading.Quiet.Count(finding => finding.Outcome == Outcome.Inconclusive) is var count and > 0
            ? SafeText.From($", {(long)count} inconclusive")
            : SafeText.Empty;

    // What stops a build is loud enough; a green line is all that many people read.
    private static SafeText Gone(ReportForm form, ReportReading reading) =>
        form is ReportForm.Passed or ReportForm.PassedWithWarnings or ReportForm.PassedWithWaivers or ReportForm.FirstMeasurement
        && PreviewWords.Gone(reading.Report) is not null
            ? SafeText.From(
                $"; {(long)reading.Report.Preview!.Gone.Count}{One(reading.Report.Preview.Gone.Count, " check", " checks")} removed"
            )
            : SafeText.Empty;

    private static SafeText Failed(ReportReading reading)
    {
        var failed = reading.Blocking.Count(finding => finding.Outcome == Outcome.Failed);
        var others = reading.Blocking.Count - failed;
        var count = (SafeText)$"{(long)failed} of {(long)reading.Report.Findings.Count} checks {One(failed, "fails", "fail")}";
        return others == 0 ? count : $"{count}, {(long)others} more inconclusive";
    }

    private static TextPart One(int count, string one, string many) => new(TextPartKind.Words, count == 1 ? one : many);
}
