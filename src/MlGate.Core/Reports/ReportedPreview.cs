using MlGate.Findings;

namespace MlGate.Reports;

/// <summary>
/// What the gate and the test sets would say that a pull request brings. It never counts: the verdict is that of the gate and the test sets
/// that were there before.
/// </summary>
public sealed record ReportedPreview
{
    /// <summary>What the pull request changes: files of the gate, and ids of test sets; at least one.</summary>
    public required IReadOnlyList<string> Changed { get; init; }

    /// <summary>The outcome that the verdict would have.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The exit code that it would have.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The findings that would stop a build.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Ids of checks that would not be there any more.</summary>
    public required IReadOnlyList<string> Gone { get; init; }

    /// <summary>What a second run adds to the first.</summary>
    /// <param name="changed">What the pull request changes.</param>
    /// <param name="judged">The report that counts.</param>
    /// <param name="preview">The report with what the pull request brings.</param>
    public static ReportedPreview From(IReadOnlyList<string> changed, Report judged, Report preview)
    {
        var there = preview.Findings.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        return new ReportedPreview
        {
            Changed = changed,
            Outcome = preview.Verdict.Outcome,
            ExitCode = preview.Verdict.ExitCode,
            Findings = [.. preview.Findings.Where(finding => finding.Counts)],
            Gone =
            [
                .. judged
                    .Findings.Select(finding => finding.Id)
                    .Where(id =>
                        !there.Contains(id)
                        && (id.StartsWith("datasets.", StringComparison.Ordinal) || id.StartsWith("models.", StringComparison.Ordinal))
                    )
                    .Distinct(StringComparer.Ordinal),
            ],
        };
    }
}
