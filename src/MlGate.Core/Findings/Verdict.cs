namespace MlGate.Findings;

/// <summary>The worst outcome that counts, with an exit code.</summary>
public sealed record Verdict
{
    /// <summary>The worst outcome that counts; <see cref="Outcome.NotMeasured"/> when nothing was measured at all.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>See <see cref="Findings.ExitCode"/>.</summary>
    public required int ExitCode { get; init; }

    /// <summary>How many findings had each outcome.</summary>
    public required IReadOnlyDictionary<Outcome, int> Counts { get; init; }

    /// <summary>Findings that speak as warnings.</summary>
    public required int Warnings { get; init; }

    /// <summary>The verdict over all findings of a run.</summary>
    public static Verdict From(IReadOnlyCollection<Finding> findings)
    {
        var counts = findings
            .GroupBy(finding => finding.Outcome)
            .OrderBy(group => group.Key)
            .ToDictionary(group => group.Key, group => group.Count());
        var warnings = findings.Count(finding =>
            finding.Severity == Severity.Warn && finding.Outcome is not (Outcome.Passed or Outcome.Waived)
        );
        var counting = findings.Where(finding => finding.Counts).ToList();
        if (counting.Count == 0)
        {
            var measured = findings.Any(IsMeasuredLimit) || findings.Any(IsEnd);
            var green = findings.Any(finding => finding.Outcome == Outcome.Waived) ? Outcome.Waived : Outcome.Passed;
            return new Verdict
            {
                Outcome = measured ? green : Outcome.NotMeasured,
                ExitCode = measured ? Findings.ExitCode.Passed : Findings.ExitCode.Undecided,
                Counts = counts,
                Warnings = warnings,
            };
        }

        var worst = counting.MinBy(finding => Findings.ExitCode.Rank(ExitOf(finding)))!;
        return new Verdict
        {
            Outcome = worst.Outcome,
            ExitCode = ExitOf(worst),
            Counts = counts,
            Warnings = warnings,
        };
    }

    /// <summary>The exit code that one finding asks for.</summary>
    public static int ExitOf(Finding finding) =>
        finding switch
        {
            { Counts: false } => Findings.ExitCode.Passed,
            { Outcome: Outcome.Inconclusive or Outcome.NotComparable or Outcome.NoBaseline } => Findings.ExitCode.Undecided,
            { Outcome: Outcome.NotMeasured } => Diagnostics.Get(finding.Code).Exit is Findings.ExitCode.Failed
                ? Findings.ExitCode.Undecided
                : Diagnostics.Get(finding.Code).Exit,
            _ => Diagnostics.Get(finding.Code).Exit,
        };

    // Of a gate that is removed with all that it is about, nothing is left to measure.
    private static bool IsEnd(Finding finding) => finding.Code == Diagnostics.GateRemoved.Code;

    private static bool IsMeasuredLimit(Finding finding) =>
        Diagnostics.Get(finding.Code).IsMeasurement
        && finding.Outcome is Outcome.Passed or Outcome.Failed or Outcome.Inconclusive or Outcome.Waived;
}
