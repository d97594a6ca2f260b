using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Core.Tests.Runs;

/// <summary>What git would answer.</summary>
internal sealed partial class World
{
    Task<Behind?> IBaselines.CountBehindAsync(Baseline baseline, IReadOnlyList<Artifact> artifacts, CancellationToken cancel)
    {
        Asked.Add($"behind {baseline.Commit[..1]} {string.Join(' ', artifacts.Select(artifact => artifact.Id))}");
        return Task.FromResult(Lag);
    }

    Task<Result<Baseline>> IBaselines.FindPullRequestBaseAsync(CancellationToken cancel)
    {
        Asked.Add("base");
        return Task.FromResult<Result<Baseline>>(
            BaselineProblems.TryGetValue("pull request", out var problem)
                ? problem
                : new Baseline(new string('b', 40), "origin/main", "merge base with origin/main")
        );
    }

    Task<Result<Baseline>> IBaselines.FindTargetTipAsync(CancellationToken cancel) =>
        Task.FromResult<Result<Baseline>>(Tip ?? new Baseline(new string('b', 40), "origin/main", "the tip of origin/main"));

    Task<Result<IReadOnlyList<string>>> IBaselines.FindChangedAsync(
        IEnumerable<string> paths,
        Baseline from,
        Baseline to,
        CancellationToken cancel
    ) => Task.FromResult<Result<IReadOnlyList<string>>>(Result.Success<IReadOnlyList<string>>([.. paths.Where(ChangedSince.Contains)]));

    Task<Result<ArtifactBytes>> IWorkingTree.ReadCandidateAsync(Artifact artifact, bool trustStatCache, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var again =
            Rewritten.Contains(artifact.Id.Text) && (Asked.Contains("trust " + artifact.Id) || Asked.Contains("read " + artifact.Id));
        Asked.Add($"{(trustStatCache ? "trust" : "read")} {artifact.Id}");
        return Task.FromResult<Result<ArtifactBytes>>(
            CandidateProblems.TryGetValue(artifact.Id.Text, out var problem) ? problem : Bytes(artifact, again ? 'd' : 'a')
        );
    }

    bool IWorkingTree.IsThere(Artifact artifact) =>
        !CandidateProblems.TryGetValue(artifact.Id.Text, out var problem) || problem.Code != Diagnostics.FileNotFound.Code;

    Task<Result<Baseline>> IBaselines.FindBaselineAsync(string wanted, Artifact artifact, CancellationToken cancel)
    {
        Asked.Add($"baseline {wanted} {artifact.Id}");
        return Task.FromResult<Result<Baseline>>(
            BaselineProblems.TryGetValue(wanted, out var problem) || BaselineProblems.TryGetValue(artifact.Id.Text, out problem)
                ? problem
                : new Baseline(new string('b', 40), wanted, "chosen")
        );
    }

    Task<Result<ArtifactBytes>> ICommittedVersions.ReadAtAsync(Artifact artifact, Baseline baseline, CancellationToken cancel) =>
        Task.FromResult<Result<ArtifactBytes>>(
            BaselineBytesProblems.TryGetValue(artifact.Id.Text, out var problem)
            || BaselineBytesProblems.TryGetValue(baseline.Ref + " " + artifact.Id, out problem)
                ? problem
            : Converted.Contains(artifact.Id.Text) ? Other(Bytes(artifact, 'a'))
            : Bytes(
                artifact,
                AtRef.TryGetValue(baseline.Ref, out var digit) ? digit
                    : Unchanged.Contains(artifact.Id.Text) ? 'a'
                    : 'b'
            )
        );

    Task<Result<LockRecord>> ILockReader.ReadLockAsync(Artifact artifact, Baseline? baseline, CancellationToken cancel) =>
        Task.FromResult<Result<LockRecord>>(
            LockProblems.TryGetValue(baseline is null ? artifact.Id.Text : "base " + artifact.Id, out var problem) ? problem
            : baseline is not null && Converted.Contains("locked " + artifact.Id)
                ? new LockRecord { Artifact = artifact, Version = Other(Bytes(artifact, 'a')).Version }
            : new LockRecord
            {
                Artifact = artifact,
                Version = Bytes(
                    artifact,
                    baseline is not null && (baseline == Tip ? TipLocks : BaseLocks).TryGetValue(artifact.Id.Text, out var digit) ? digit
                        : NotAsLocked.Contains(artifact.Id.Text) ? 'f'
                        : 'a'
                ).Version,
                Lineage = artifact.Kind == ArtifactKind.Model ? Lineage : null,
            }
        );

    async Task<CommittedArtifact?> ICommittedVersions.FindCommittedAsync(Artifact artifact, CancellationToken cancel) =>
        Checkout.Commit is null
            ? null
            : new CommittedArtifact(
                new string(CommittedAsItIs.Contains(artifact.Id.Text) ? 'a' : 'f', 40),
                (await ((ILockReader)this).ReadLockAsync(artifact, null, cancel)).Value
            );

    Task<bool> IWorkingTree.DiffersInLineEndingsOnlyAsync(ArtifactFile file, string lockedSha256, CancellationToken cancel) =>
        Task.FromResult<bool>(false);

    Task<Result<ArtifactVersion>> IWorkingTree.ReadCodeAsync(string path, CancellationToken cancel) =>
        Task.FromResult<Result<ArtifactVersion>>(new ArtifactVersion(new string(Code, 40), new string(Code, 64), 1));
}
