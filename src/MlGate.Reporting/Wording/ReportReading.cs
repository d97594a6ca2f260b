using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>A report sorted into what a person needs first. Decides nothing: outcomes and severities are those of the report.</summary>
internal sealed class ReportReading
{
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
    }

    public Report Report { get; }

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

    /// <summary>
    /// What a summary must show one by one: blocking, waived, warnings, undecided with the estimate beyond the limit, then the primary
    /// metric of each model.
    /// </summary>
    public IReadOnlyList<Finding> Notable =>
        [
            .. Blocking,
            .. Waived,
            .. Warnings,
            .. Quiet.Where(finding => finding.Evidence?.Leaning == Leaning.Worse),
            .. Quiet.Where(finding => finding.Evidence?.Leaning != Leaning.Worse && IsPrimary(finding)),
            .. Passed.Where(IsPrimary),
        ];

    /// <summary>Had nothing an earlier version to compare with, though something asked for one?</summary>
    public bool LacksBaseline =>
        Report.Findings.Any(finding => finding.Outcome == Outcome.NoBaseline)
        && Report.Artifacts.All(artifact => artifact.Baseline is null);

    /// <summary>The waiver that accepts a finding; null without one.</summary>
    public static ReportedWaiver? WaiverOf(Report report, Finding finding) =>
        finding.Waiver is { } file ? report.Waivers.FirstOrDefault(waiver => waiver.File == file) : null;

    private static bool IsGreen(Finding finding) => finding.Outcome is Outcome.Passed or Outcome.Waived;

    private static int Rank(Finding finding)
    {
        // A report of another version may hold codes that this one does not know: they stand among the failed.
        var exit = Diagnostics.Find(finding.Code) is null ? ExitCode.Failed : Verdict.ExitOf(finding);
        return ExitCode.Precedence.TakeWhile(code => code != exit).Count();
    }

    private bool IsPrimary(Finding finding) => Models.Any(model => model.Primary is { } primary && finding.Id.IsIn(primary));
}
