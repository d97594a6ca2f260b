using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Reporting.Json;

/// <summary>The order of <c>report.json</c>: the verdict stands before its reasons. What is null is not written.</summary>
internal sealed record ReportFile
{
    public required int Schema { get; init; }

    /// <summary>
    /// SHA-256 over the file without the lines of <c>digest</c>, <c>generatedAt</c>, <c>behind</c> and <c>history</c>; null only while it
    /// is computed.
    /// </summary>
    public string? Digest { get; init; }

    public DateTimeOffset? GeneratedAt { get; init; }

    public Behind? Behind { get; init; }

    public IReadOnlyList<ModelHistory>? History { get; init; }

    public required string Tool { get; init; }

    public required string Gate { get; init; }

    public required string GateFile { get; init; }

    public string? Commit { get; init; }

    public required double Alpha { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public required Verdict Verdict { get; init; }

    public required IReadOnlyList<string> Loosened { get; init; }

    public required IReadOnlyList<ReportedWaiver> Waivers { get; init; }

    public ReportedPreview? Preview { get; init; }

    public ReportedRandomness? Randomness { get; init; }

    public required IReadOnlyList<ReportPart> Parts { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public static ReportFile From(Report report) =>
        new()
        {
            Schema = report.Schema,
            Tool = report.Tool,
            Gate = report.Gate,
            GateFile = report.GateFile,
            Commit = report.Commit,
            Alpha = report.Alpha,
            ValidUntil = report.ValidUntil,
            Verdict = report.Verdict,
            Loosened = report.Loosened,
            Waivers = report.Waivers,
            Preview = report.Preview is { } preview ? preview with { Findings = Finite(preview.Findings) } : null,
            Randomness = report.Randomness,
            Behind = report.Behind,
            History = report.History,
            Parts = report.Parts,
            Findings = Finite(report.Findings),
        };

    public Report ToReport() =>
        new()
        {
            Schema = Schema,
            Tool = Tool,
            Gate = Gate,
            GateFile = GateFile,
            Commit = Commit,
            Alpha = Alpha,
            ValidUntil = ValidUntil,
            Verdict = Verdict,
            Loosened = Loosened,
            Waivers = Waivers,
            Preview = Preview,
            Randomness = Randomness,
            History = History,
            Parts = Parts,
            Findings = Findings,
            GeneratedAt = GeneratedAt!.Value,
            Behind = Behind,
        };

    private static IReadOnlyList<Finding> Finite(IReadOnlyList<Finding> findings) =>
        [.. findings.Select(finding => finding with { Evidence = Finite(finding.Evidence) })];

    // An infinite loss or an interval without an end is known to have no number: it is left out, as what is not known.
    private static Evidence? Finite(Evidence? evidence) =>
        evidence is null
            ? null
            : evidence with
            {
                Baseline = Finite(evidence.Baseline),
                Candidate = Finite(evidence.Candidate),
                Interval = evidence.Interval is { } interval
                    ? interval with
                    {
                        Lower = Finite(interval.Lower),
                        Upper = Finite(interval.Upper),
                    }
                    : null,
                Threshold = Finite(evidence.Threshold),
                AdjustedP = Finite(evidence.AdjustedP),
                MinimumDetectableEffect = Finite(evidence.MinimumDetectableEffect),
            };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
