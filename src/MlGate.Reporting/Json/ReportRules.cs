using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Reporting.Json;

/// <summary>The rules of the schema that types alone do not keep, and that the verdict is the one that the findings give.</summary>
internal static partial class ReportRules
{
    /// <summary>The first broken rule, or null.</summary>
    public static string? Broken(ReportFile file) =>
        Head(file)
        ?? (file.Parts.OfType<ReportPart>().DistinctBy(part => part.Id).Count() < file.Parts.Count ? "a part twice" : null)
        ?? file.Parts.Select(Part).FirstOrDefault(rule => rule is not null)
        ?? file.History?.Select(PlotRules.Broken).FirstOrDefault(rule => rule is not null)
        ?? file.Findings.Select(Finding).FirstOrDefault(rule => rule is not null)
        ?? file.Waivers.Select(Waiver).FirstOrDefault(rule => rule is not null)
        ?? (
            file.Findings.Any(finding => finding.Waiver is { } named && file.Waivers.All(waiver => waiver.File != named))
                ? "unknown waiver in a finding"
                : null
        )
        ?? Preview(file.Preview)
        ?? Verdict(file);

    private static string? Head(ReportFile file) =>
        file switch
        {
            { Schema: not Report.CurrentSchema } => "unsupported schema",
            { Digest: null } or { GeneratedAt: null } => "missing digest or time",
            { Alpha: not (> 0 and < 0.5) } => "alpha is out of range",
            { Randomness.Replicates: < 0 } => "negative number of replicates",
            _ when !Hex64().IsMatch(file.Digest) => "the digest is not a SHA-256",
            _ when file.Commit is { } commit && !ObjectId().IsMatch(commit) => "the commit is not an object id",
            { Behind.Commits: < 1 } => "behind.commits is less than 1",
            { Behind: { } behind } when behind.Changed.Any(id => id is null) => "list contains null",
            _ when file.Loosened.Any(line => line is null) => "list contains null",
            _ => null,
        };

    private static string? Part(ReportPart? part) =>
        part switch
        {
            null => "list contains null",
            _ when part.Id.Section != part.Section || part.Id != part.Id.Subject =>
                "the id of a part is not that of a subject of its section",
            ArtifactPart { Rows: < 0 } => "a count is negative",
            ArtifactPart { BaselineCommit: { } baseline } when !ObjectId().IsMatch(baseline.Commit) => "a commit is not an object id",
            ArtifactPart { Candidate: var candidate, Baseline: var baseline } when !Sound(candidate, baseline) => "invalid version",
            DatasetPart dataset => Dataset(dataset),
            ModelPart model => Model(model),
            _ => null,
        };

    private static string? Dataset(DatasetPart dataset) => Sound(dataset.Evaluated) ? PlotRules.Broken(dataset) : "invalid version";

    private static string? Model(ModelPart model) =>
        model switch
        {
            { Training.Reads: { } reads } when reads.Any(read => read is null) => "list contains null",
            { Training: { } training } when !Sound(training.Reads.SelectMany(read => new[] { read.Then, read.Now })) => "invalid version",
            _ when !Sound(model.Anchor, model.Training?.Model) => "invalid version",
            { AnchorCommit: { } anchor } when !ObjectId().IsMatch(anchor.Commit) => "a commit is not an object id",
            _ => PlotRules.Broken(model),
        };

    private static string? Finding(Finding? finding) =>
        finding switch
        {
            null => "list contains null",
            _ when !Code().IsMatch(finding.Code) => "findings[].code is not a diagnostic code",
            { Judged: null } => "missing list",
            _ when finding.Judged.Any(one => one?.Artifact is null) => "list contains null",
            { Place.Line: < 0 } or { Place.Column: < 0 } => "invalid location",
            { Evidence: { } evidence } => Evidence(evidence),
            _ => null,
        };

    private static string? Waiver(ReportedWaiver? waiver) =>
        waiver is null ? "list contains null"
        : Day().IsMatch(waiver.Until) ? null
        : "invalid date";

    private static string? Preview(ReportedPreview? preview) =>
        preview switch
        {
            null => null,
            { ChangedFiles.Count: 0, ChangedTestSets.Count: 0 } => "a preview without changes",
            _ when preview.ChangedFiles.Any(line => line is null) => "list contains null",
            _ when preview.ChangedTestSets.Concat(preview.Gone).Any(id => id is null) => "list contains null",
            _ when !ExitCode.Precedence.Contains(preview.ExitCode) => "unknown exit code in the preview",
            _ => preview.Findings.Select(Finding).FirstOrDefault(rule => rule is not null),
        };

    private static string? Evidence(Evidence evidence) =>
        evidence switch
        {
            { OffendingRows: null } => "missing list",
            { Rows: < 0 } or { Needed: < 0 } or { Denominator.Count: < 0 } => "a count is negative",
            { AdjustedP: < 0 or > 1 } => "a p-value is out of range",
            { Interval.Level: not (> 0 and < 1) } => "a level is out of range",
            _ when evidence.OffendingRows.Any(row => row < 1) => "invalid row number",
            _ => null,
        };

    private static string? Verdict(ReportFile file)
    {
        var wrong = "the verdict contradicts the findings";
        if (
            file.Verdict.Warnings < 0
            || !file
                .Findings.GroupBy(finding => finding.Outcome)
                .ToDictionary(group => group.Key, group => group.Count())
                .OrderBy(pair => pair.Key)
                .SequenceEqual(file.Verdict.Counts.OrderBy(pair => pair.Key))
        )
        {
            return wrong;
        }

        if (!ExitCode.Precedence.Contains(file.Verdict.ExitCode))
        {
            return "unknown exit code";
        }

        // Another version of MlGate may have codes that this one cannot weigh.
        if (file.Findings.Any(finding => Diagnostics.Find(finding.Code) is null))
        {
            return null;
        }

        var verdict = MlGate.Findings.Verdict.From(file.Findings);
        return (verdict.Outcome, verdict.ExitCode, verdict.Warnings) == (file.Verdict.Outcome, file.Verdict.ExitCode, file.Verdict.Warnings)
            ? null
            : wrong;
    }

    private static bool Sound(params IEnumerable<ArtifactVersion?> versions) =>
        versions
            .OfType<ArtifactVersion>()
            .All(version => ObjectId().IsMatch(version.GitObjectId) && Hex64().IsMatch(version.Sha256) && version.Size >= 0);

    [GeneratedRegex(@"^MLG[0-9]{4}\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex Day();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hex64();

    [GeneratedRegex(@"^([0-9a-f]{40}|[0-9a-f]{64})\z")]
    internal static partial Regex ObjectId();
}
