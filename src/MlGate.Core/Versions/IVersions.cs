using MlGate.Findings;

namespace MlGate.Versions;

/// <summary>Versions of artifacts, now and at a commit. Implemented over git; the working tree is only ever read.</summary>
public interface IVersions
{
    /// <summary>What git says of the working tree.</summary>
    Checkout Checkout { get; }

    /// <summary>The artifact's bytes in the working tree, hashed while read. LFS pointers are resolved from the local LFS store.</summary>
    /// <param name="artifact">Which one.</param>
    /// <param name="trustStatCache">True if an unchanged path, size and time mean unchanged bytes. Never for a verdict on continuous
    /// integration or before a model is loaded.</param>
    /// <param name="cancel">Stops the reading.</param>
    Result<ArtifactBytes> Candidate(Artifact artifact, bool trustStatCache, CancellationToken cancel);

    /// <summary>
    /// True if any part of an artifact exists in the working tree or the checked-out commit, even if unreadable. Reads no bytes
    /// of it.
    /// </summary>
    /// <param name="artifact">Which one.</param>
    bool IsThere(Artifact artifact);

    /// <summary>The commit to compare an artifact with.</summary>
    /// <param name="wanted"><c>auto</c>, or a git ref.</param>
    /// <param name="artifact">Whose baseline: under <c>auto</c> the last change of its lock counts when the merge base is HEAD
    /// itself.</param>
    Result<Baseline> Baseline(string wanted, Artifact artifact);

    /// <summary>
    /// The commit that a pull request branched from: its policy judges it. For a checkout without a <see cref="Checkout.Target"/>, where
    /// the work left the default branch.
    /// </summary>
    Result<Baseline> PullRequestBase();

    /// <summary>
    /// How far a baseline that <c>auto</c> gave lies behind the branch that the work will be merged into; null where it does not, or where
    /// nobody can count it, as in a shallow clone that ends before.
    /// </summary>
    /// <param name="baseline">The commit.</param>
    /// <param name="artifacts">Those that may have changed on the branch since.</param>
    Behind? Behind(Baseline baseline, IReadOnlyList<Artifact> artifacts);

    /// <summary>
    /// The tip of the branch that a pull request targets: what it will be merged into. Only for a checkout with a
    /// <see cref="Checkout.Target"/>.
    /// </summary>
    Result<Baseline> TargetTip();

    /// <summary>What differs between two commits. Reads no bytes of it.</summary>
    /// <param name="paths">Files, folders or globs, relative to the gate file's folder; may climb with <c>..</c>.</param>
    /// <param name="from">One commit.</param>
    /// <param name="to">The other.</param>
    /// <returns>Those of the paths at which the two commits have different things.</returns>
    Result<IReadOnlyList<string>> Changed(IEnumerable<string> paths, Baseline from, Baseline to);

    /// <summary>
    /// The artifact's bytes at a commit, in the content cache, verified; null value with no problems never happens: an artifact that the
    /// commit lacks is <see cref="Diagnostics.NoBaselineFound"/>, and one of which it has the lock alone
    /// <see cref="Diagnostics.BaselineNotInGit"/>, unless the locked bytes are those of the working tree.
    /// </summary>
    Result<ArtifactBytes> At(Artifact artifact, Baseline baseline, CancellationToken cancel);

    /// <summary>
    /// The artifact's lock in the working tree (baseline null) or at a commit. A lock that is not there is
    /// <see cref="Diagnostics.LockMissing"/>.
    /// </summary>
    Result<LockRecord> Lock(Artifact artifact, Baseline? baseline);

    /// <summary>
    /// What the commit that is checked out has of an artifact; null where there is no such commit, or where it cannot be read.
    /// </summary>
    CommittedArtifact? Committed(Artifact artifact);

    /// <summary>True if a file differs from the locked one only in its line endings.</summary>
    /// <param name="file">A file of the working tree.</param>
    /// <param name="lockedSha256">What the lock says of it, 64 lower-case hex digits.</param>
    /// <param name="cancel">Stops the reading.</param>
    bool DiffersInLineEndingsOnly(ArtifactFile file, string lockedSha256, CancellationToken cancel);

    /// <summary>Version of code (a file or folder) in the working tree, by the files that git tracks or would track.</summary>
    Result<ArtifactVersion> Code(string path, CancellationToken cancel);
}
