using MlGate.Findings;

namespace MlGate.Reports;

/// <summary>
/// What the gate and the test sets would say that a pull request brings. It never counts: the verdict is that of the gate and the test sets
/// that were there before.
/// </summary>
public sealed record ReportedPreview
{
    /// <summary>Files of the gate that the pull request changes.</summary>
    public required IReadOnlyList<string> ChangedFiles { get; init; }

    /// <summary>Ids of the test sets that the pull request changes. There is a changed file or a changed test set.</summary>
    public required IReadOnlyList<CheckId> ChangedTestSets { get; init; }

    /// <summary>The outcome that the verdict would have.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The exit code that it would have.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The findings that would stop a build.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Ids of checks that would not be there any more.</summary>
    public required IReadOnlyList<CheckId> Gone { get; init; }

    /// <summary>Ids of the test sets that a pull request changes, by the report that counts.</summary>
    public static IReadOnlyList<CheckId> TestSetsChangedIn(Report judged) =>
        [.. judged.Datasets.Where(dataset => dataset.Evaluated is not null).Select(dataset => dataset.Id)];

    /// <summary>What a second run adds to the first.</summary>
    /// <param name="changedFiles">Files of the gate that the pull request changes.</param>
    /// <param name="judged">The report that counts.</param>
    /// <param name="preview">The report with what the pull request brings.</param>
    public static ReportedPreview From(IReadOnlyList<string> changedFiles, Report judged, Report preview)
    {
        var there = preview.Findings.Select(finding => finding.Id).ToHashSet();
        return new ReportedPreview
        {
            ChangedFiles = changedFiles,
            ChangedTestSets = TestSetsChangedIn(judged),
            Outcome = preview.Verdict.Outcome,
            ExitCode = preview.Verdict.ExitCode,
            Findings = [.. preview.Findings.Where(finding => finding.Counts)],
            Gone = [.. judged.Findings.Select(finding => finding.Id).Where(id => id.Section is not null && !there.Contains(id)).Distinct()],
        };
    }
}
