using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>A report sorted into what a person needs first. Decides nothing: outcomes and severities are those of the report.</summary>
internal sealed class ReportReading
{
    private IReadOnlyList<MetricRow>? metrics;

    public ReportReading(Report report)
    {
        Report = report;
        Blocking = [.. report.Findings.Where(finding => finding.Counts).OrderBy(Rank)];
        Warnings = [.. report.Findings.Where(finding => finding.Severity == Severity.Warn && !IsGreen(finding))];
        Quiet = [.. report.Findings.Where(finding => finding.Severity == Severity.Info && !IsGreen(finding))];
        Waived = [.. report.Findings.Where(finding => finding.Outcome == Outcome.Waived)];
        Passed = [.. report.Findings.Where(finding => finding.Outcome == Outcome.Passed)];
        Models = report.Models;
        Datasets = report.Datasets;
        Worst = Blocking.Count == 0 ? null : Heaviest([.. Blocking.TakeWhile(finding => Rank(finding) == Rank(Blocking[0]))]);
        WorstWarning = Warnings.Count == 0 ? null : Heaviest(Warnings);
    }

    public Report Report { get; }

    /// <summary>What the change is called.</summary>
    public ChangeWords Change { get; init; } = ChangeWords.PullRequest;

    /// <summary>What stops the build, worst first, as the exit code ranks it.</summary>
    public IReadOnlyList<Finding> Blocking { get; }

    public IReadOnlyList<Finding> Warnings { get; }

    /// <summary>Neither green nor loud: undecided with the estimate within the limit, no baseline, information.</summary>
    public IReadOnlyList<Finding> Quiet { get; }

    public IReadOnlyList<Finding> Waived { get; }

    public IReadOnlyList<Finding> Passed { get; }

    public IReadOnlyList<ModelPart> Models { get; }

    /// <summary>What the run is about: its models; without models, its datasets.</summary>
    public IReadOnlyList<ArtifactPart> Main => Models.Count > 0 ? Models : Datasets;

    public IReadOnlyList<DatasetPart> Datasets { get; }

    /// <summary>Every metric of every model, failures first.</summary>
    public IReadOnlyList<MetricRow> Metrics => metrics ??= MetricRow.AllOf(this);

    /// <summary>The rows of a short table: all metrics over all rows, and the segments that need attention; failures first.</summary>
    /// <param name="most">Most rows.</param>
    /// <returns>The rows, and those that are left out.</returns>
    public (IReadOnlyList<MetricRow> Shown, IReadOnlyList<MetricRow> Others) ShortMetrics(int most = int.MaxValue)
    {
        List<MetricRow> shown = [.. Metrics.Where(row => row.NeedsAttention).Take(most)];
        return (shown, [.. Metrics.Except(shown, ReferenceEqualityComparer.Instance).Cast<MetricRow>()]);
    }

    /// <summary>Which of the findings that stop the build weighs most: a metric over all rows, of a segment, data, the rest.</summary>
    public Finding? Worst { get; }

    /// <summary>The same among the warnings.</summary>
    public Finding? WorstWarning { get; }

    /// <summary>Had nothing an earlier version to compare with, though something asked for one?</summary>
    public bool LacksBaseline =>
        Report.Findings.Any(finding => finding.Outcome == Outcome.NoBaseline)
        && Report.Artifacts.All(artifact => artifact.Baseline is null);

    /// <summary>The waiver that accepts a finding; null without one.</summary>
    public static ReportedWaiver? WaiverOf(Report report, Finding finding) =>
        finding.Waiver is { } file ? report.Waivers.FirstOrDefault(waiver => waiver.File == file) : null;

    private Finding Heaviest(IReadOnlyList<Finding> findings) =>
        findings
            .OrderBy(finding =>
                MetricRow.IsMetric(finding) ? (finding.Id.Segment is null ? 0 : 1)
                : finding.Id.Section == GateSection.Datasets ? 2
                : 3
            )
            .ThenByDescending(IsPrimary)
            .ThenByDescending(finding => finding.Evidence?.Limit?.Kind.IsOfChange == true)
            .First();

    private static bool IsGreen(Finding finding) => finding.Outcome is Outcome.Passed or Outcome.Waived;

    private static int Rank(Finding finding)
    {
        // A report of another version may hold codes that this one does not know: they stand among the failed.
        var exit = Diagnostics.Find(finding.Code) is null ? ExitCode.Failed : Verdict.ExitOf(finding);
        return ExitCode.Precedence.TakeWhile(code => code != exit).Count();
    }

    /// <summary>Is it about the primary metric of a model?</summary>
    public bool IsPrimary(Finding finding) => Models.Any(model => model.Primary is { } primary && finding.Id.IsIn(primary));
}
