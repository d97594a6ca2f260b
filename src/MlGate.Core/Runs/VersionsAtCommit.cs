using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Versions in which what a ref names takes the place of the working tree, so that a run checks a commit.</summary>
/// <param name="versions">Over the real working tree.</param>
/// <param name="reference">A git ref.</param>
internal sealed class VersionsAtCommit(IVersions versions, string reference) : IVersions
{
    public Checkout Checkout => versions.Checkout;

    public async Task<Result<ArtifactBytes>> ReadCandidateAsync(Artifact artifact, bool trustStatCache, CancellationToken cancel)
    {
        var commit = await versions.FindBaselineAsync(reference, artifact, cancel);
        return commit.Value is { } found
            ? await versions.ReadAtAsync(artifact, found, cancel)
            : Result.Failed<ArtifactBytes>(commit.Problems);
    }

    public async Task<Result<LockRecord>> ReadLockAsync(Artifact artifact, Baseline? baseline, CancellationToken cancel)
    {
        var commit = baseline is null ? await versions.FindBaselineAsync(reference, artifact, cancel) : baseline;
        return commit.Value is { } found
            ? await versions.ReadLockAsync(artifact, found, cancel)
            : Result.Failed<LockRecord>(commit.Problems);
    }

    public bool IsThere(Artifact artifact) => versions.IsThere(artifact);

    public Task<bool> DiffersInLineEndingsOnlyAsync(ArtifactFile file, string lockedSha256, CancellationToken cancel) =>
        versions.DiffersInLineEndingsOnlyAsync(file, lockedSha256, cancel);

    public Task<Result<ArtifactVersion>> ReadCodeAsync(string path, CancellationToken cancel) => versions.ReadCodeAsync(path, cancel);

    public Task<Result<ArtifactBytes>> ReadAtAsync(Artifact artifact, Baseline baseline, CancellationToken cancel) =>
        versions.ReadAtAsync(artifact, baseline, cancel);

    public Task<CommittedArtifact?> FindCommittedAsync(Artifact artifact, CancellationToken cancel) =>
        versions.FindCommittedAsync(artifact, cancel);

    public Task<Result<Baseline>> FindBaselineAsync(string wanted, Artifact artifact, CancellationToken cancel) =>
        versions.FindBaselineAsync(wanted, artifact, cancel);

    public Task<Result<Baseline>> FindPullRequestBaseAsync(CancellationToken cancel) => versions.FindPullRequestBaseAsync(cancel);

    public Task<Result<Baseline>> FindTargetTipAsync(CancellationToken cancel) => versions.FindTargetTipAsync(cancel);

    public Task<Behind?> CountBehindAsync(Baseline baseline, IReadOnlyList<Artifact> artifacts, CancellationToken cancel) =>
        versions.CountBehindAsync(baseline, artifacts, cancel);

    public Task<Result<IReadOnlyList<string>>> FindChangedAsync(
        IEnumerable<string> paths,
        Baseline from,
        Baseline to,
        CancellationToken cancel
    ) => versions.FindChangedAsync(paths, from, to, cancel);
}
