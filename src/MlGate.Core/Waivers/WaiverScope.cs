using MlGate.Findings;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Waivers;

/// <summary>Which versions a check judged. What a check does not look at must not void its waiver, and whatever it looks at must.</summary>
internal sealed class WaiverScope(IReadOnlyList<ReportedArtifact> artifacts)
{
    private const string DatasetPrefix = "datasets.";

    // All others of a dataset look at the candidate alone.
    private static readonly HashSet<string> OfBothVersions =
    [
        Diagnostics.ColumnDrifted.Code,
        Diagnostics.RowCountChange.Code,
        Diagnostics.FrozenChanged.Code,
    ];

    /// <summary>What a check looked at, sorted by id; empty when it is about no artifact, or when one could not be read.</summary>
    /// <param name="check">Id of the check.</param>
    /// <param name="code">Code of its finding: the kind of check.</param>
    public IReadOnlyList<BoundVersion> For(string check, string code)
    {
        var bound = (
            Diagnostics.Get(code).Kind == DiagnosticKind.Staleness ? Training(check, code)
            : Judged(check) is not { } judged ? []
            : judged.Test is { } test ? Metric(judged, test, code)
            : Data(judged, check, code)
        ).ToList();
        return bound.Contains(null) ? [] : [.. bound.OfType<BoundVersion>().OrderBy(one => one.Artifact, StringComparer.Ordinal)];
    }

    // Names may hold dots: the longest one that fits is meant.
    private ReportedArtifact? Judged(string check) =>
        artifacts.Where(artifact => check.StartsWith(artifact.Id + ".", StringComparison.Ordinal)).MaxBy(artifact => artifact.Id.Length);

    private IEnumerable<BoundVersion?> Data(ReportedArtifact dataset, string check, string code) =>
        code == Diagnostics.RowsShared.Code
            ? [Rows(dataset.Id), Rows(check.Replace($"{dataset.Id}.disjoint-from.", DatasetPrefix, StringComparison.Ordinal))]
            : [Pair(dataset.Id, OfBothVersions.Contains(code) ? dataset.Baseline : null, dataset.Candidate)];

    private IEnumerable<BoundVersion?> Metric(ReportedArtifact model, string test, string code) =>
        [
            Rows(test),
            code == Diagnostics.MetricMustNotDropSinceAnchor.Code
                ? model.Anchor is null
                    ? null
                    : Pair(model.Id, model.Anchor, model.Candidate)
                : Pair(model.Id, code == Diagnostics.MetricMustKeepLimit.Code ? null : model.Baseline, model.Candidate),
        ];

    private IEnumerable<BoundVersion?> Training(string check, string code)
    {
        if (artifacts.FirstOrDefault(artifact => check == $"{artifact.Id}.train.{FactOf(code)}") is not { } model)
        {
            return [];
        }

        var edited = code == Diagnostics.ModelEdited.Code;
        var bound = Pair(model.Id, edited ? model.Training?.Model : null, model.Candidate);
        return code == Diagnostics.LineageMissing.Code || edited
            ? [bound]
            : (model.Training?.Reads ?? [])
                .Where(read => read.Id.StartsWith(DatasetPrefix, StringComparison.Ordinal) == (code == Diagnostics.DataChanged.Code))
                .Select(read => Pair(read.Id, read.Then, read.Now))
                .Append(bound);
    }

    private static string FactOf(string code) =>
        code == Diagnostics.DataChanged.Code ? "data"
        : code == Diagnostics.CodeChanged.Code ? "code"
        : "model";

    // Both models are evaluated on the same rows: of a test set there is one version only.
    private BoundVersion? Rows(string id) =>
        artifacts.FirstOrDefault(artifact => artifact.Id == id) is { } dataset
            ? Pair(id, null, dataset.Evaluated ?? dataset.Candidate)
            : null;

    private static BoundVersion? Pair(string id, ArtifactVersion? before, ArtifactVersion? now) =>
        now is null ? null : new BoundVersion(id, before, now);
}
