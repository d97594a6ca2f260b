using MlGate.Findings;

namespace MlGate.Versions;

/// <summary>The bytes of artifacts at commits.</summary>
public interface ICommittedVersions
{
    /// <summary>
    /// The artifact's bytes at a commit, in the content cache, verified; null value with no problems never happens: an artifact that the
    /// commit lacks is <see cref="Diagnostics.NoBaselineFound"/>, and one of which it has the lock alone
    /// <see cref="Diagnostics.BaselineNotInGit"/>, unless the locked bytes are those of the working tree.
    /// </summary>
    Task<Result<ArtifactBytes>> ReadAtAsync(Artifact artifact, Baseline baseline, CancellationToken cancel);

    /// <summary>
    /// What the commit that is checked out has of an artifact; null where there is no such commit, or where it cannot be read.
    /// </summary>
    Task<CommittedArtifact?> FindCommittedAsync(Artifact artifact, CancellationToken cancel);
}
