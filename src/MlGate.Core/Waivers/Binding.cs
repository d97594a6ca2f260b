using MlGate.Gates;
using MlGate.Reports;

namespace MlGate.Waivers;

/// <summary>Which versions a check judged.</summary>
internal static class Binding
{
    /// <summary>The artifacts that a check looked at, sorted by id; empty when it is about none, or when one could not be read.</summary>
    /// <param name="check">Id of the check.</param>
    /// <param name="gate">Knows which datasets a check of another artifact reads.</param>
    /// <param name="artifacts">The versions that were judged.</param>
    public static IReadOnlyList<BoundVersion> Of(string check, Gate gate, IReadOnlyList<ReportedArtifact> artifacts)
    {
        // Names may hold dots: the longest one that fits is meant.
        var judged = artifacts.Where(artifact => check == artifact.Id || check.StartsWith(artifact.Id + ".", StringComparison.Ordinal)).MaxBy(artifact => artifact.Id.Length);
        if (judged is null)
        {
            return [];
        }

        var onTestSets = judged.Test is not null || check.StartsWith(judged.Id + ".disjoint-from", StringComparison.Ordinal);
        var others = judged.Test is { } test ? [test]
            : onTestSets ? gate.Datasets.Where(dataset => dataset.Id == judged.Id).SelectMany(dataset => dataset.DisjointFrom).Select(other => "datasets." + other.Value)
            : Enumerable.Empty<string>();
        var bound = others.Where(id => id != judged.Id).Distinct(StringComparer.Ordinal).Select(id => One(artifacts.FirstOrDefault(artifact => artifact.Id == id))).Append(
            (onTestSets ? judged.Evaluated ?? judged.Candidate : judged.Candidate) is { } candidate ? new BoundVersion(judged.Id, judged.Baseline, candidate) : null).ToList();
        return bound.Contains(null) ? [] : [.. bound.OfType<BoundVersion>().OrderBy(one => one.Artifact, StringComparer.Ordinal)];
    }

    // Both models are evaluated on the same rows: of a test set there is one version only.
    private static BoundVersion? One(ReportedArtifact? artifact) =>
        artifact is not null && (artifact.Evaluated ?? artifact.Candidate) is { } version ? new BoundVersion(artifact.Id, null, version) : null;
}
