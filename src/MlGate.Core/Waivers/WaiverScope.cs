using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Waivers;

/// <summary>
/// The versions that a finding holds for, and its waiver with it. What a check does not look at must not void its waiver, and whatever it
/// looks at must.
/// </summary>
internal sealed class WaiverScope(IReadOnlyList<ReportPart> parts)
{
    /// <summary>What a check looked at, sorted by id; empty when it is about no artifact, or when one could not be read.</summary>
    public IReadOnlyList<BoundVersion> For(Finding finding)
    {
        // Two models may read the same data: the finding's own part answers first.
        var asked = parts.OrderBy(part => part.Id == finding.Id.Subject ? 0 : 1).ToList();
        var bound = finding.Judged.Select(judged => Bound(asked, judged)).ToList();
        return bound.Contains(null) ? [] : [.. bound.OfType<BoundVersion>().OrderBy(one => one.Artifact.Text, StringComparer.Ordinal)];
    }

    private static BoundVersion? Bound(IEnumerable<ReportPart> parts, JudgedArtifact judged) =>
        parts.Select(part => part.Find(judged)).FirstOrDefault(found => found is not null) is { } versions
            ? new BoundVersion(judged.Artifact, versions.Before, versions.Now)
            : null;
}
