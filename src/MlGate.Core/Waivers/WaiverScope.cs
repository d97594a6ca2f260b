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
        var bound = finding.Judged.Select(judged => Bound(finding.Id.Subject, judged)).ToList();
        return bound.Contains(null) ? [] : [.. bound.OfType<BoundVersion>().OrderBy(one => one.Artifact.Text, StringComparer.Ordinal)];
    }

    // Two models may be trained on the same data: only the finding's own part knows what its model was trained from.
    private BoundVersion? Bound(CheckId? subject, JudgedArtifact judged) =>
        parts
            .Where(part => judged.Versions != JudgedVersions.AgainstTraining || part.Id == subject)
            .Select(part => part.Find(judged))
            .FirstOrDefault(found => found is not null)
            is { } versions
            ? new BoundVersion(judged.Artifact, versions.Before, versions.Now)
            : null;
}
