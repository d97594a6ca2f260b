using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Core.Tests.Runs;

/// <summary>What git would answer.</summary>
internal sealed partial class World
{
    Behind? IBaselines.Behind(Baseline baseline, IReadOnlyList<Artifact> artifacts)
    {
        Asked.Add($"behind {baseline.Commit[..1]} {string.Join(' ', artifacts.Select(artifact => artifact.Id))}");
        return Lag;
    }

    Result<Baseline> IBaselines.PullRequestBase()
    {
        Asked.Add("base");
        return BaselineProblems.TryGetValue("pull request", out var problem)
            ? problem
            : new Baseline(new string('b', 40), "origin/main", "merge base with origin/main");
    }

    Result<Baseline> IBaselines.TargetTip() => Tip ?? new Baseline(new string('b', 40), "origin/main", "the tip of origin/main");

    Result<IReadOnlyList<string>> IBaselines.Changed(IEnumerable<string> paths, Baseline from, Baseline to) =>
        Result.Success<IReadOnlyList<string>>([.. paths.Where(ChangedSince.Contains)]);

    Result<ArtifactBytes> IWorkingTree.Candidate(Artifact artifact, bool trustStatCache, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var again =
            Rewritten.Contains(artifact.Id.Text) && (Asked.Contains("trust " + artifact.Id) || Asked.Contains("read " + artifact.Id));
        Asked.Add($"{(trustStatCache ? "trust" : "read")} {artifact.Id}");
        return CandidateProblems.TryGetValue(artifact.Id.Text, out var problem) ? problem : Bytes(artifact, again ? 'd' : 'a');
    }

    bool IWorkingTree.IsThere(Artifact artifact) =>
        !CandidateProblems.TryGetValue(artifact.Id.Text, out var problem) || problem.Code != Diagnostics.FileNotFound.Code;

    Result<Baseline> IBaselines.Baseline(string wanted, Artifact artifact)
    {
        Asked.Add($"baseline {wanted} {artifact.Id}");
        return BaselineProblems.TryGetValue(wanted, out var problem) || BaselineProblems.TryGetValue(artifact.Id.Text, out problem)
            ? problem
            : new Baseline(new string('b', 40), wanted, "chosen");
    }

    Result<ArtifactBytes> ICommittedVersions.At(Artifact artifact, Baseline baseline, CancellationToken cancel) =>
        BaselineBytesProblems.TryGetValue(artifact.Id.Text, out var problem)
        || BaselineBytesProblems.TryGetValue(baseline.Ref + " " + artifact.Id, out problem)
            ? problem
        : Converted.Contains(artifact.Id.Text) ? Other(Bytes(artifact, 'a'))
        : Bytes(
            artifact,
            AtRef.TryGetValue(baseline.Ref, out var digit) ? digit
                : Unchanged.Contains(artifact.Id.Text) ? 'a'
                : 'b'
        );

    Result<LockRecord> ILockReader.Lock(Artifact artifact, Baseline? baseline) =>
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
        };

    CommittedArtifact? ICommittedVersions.Committed(Artifact artifact) =>
        Checkout.Commit is null
            ? null
            : new CommittedArtifact(
                new string(CommittedAsItIs.Contains(artifact.Id.Text) ? 'a' : 'f', 40),
                ((ILockReader)this).Lock(artifact, null).Value
            );

    bool IWorkingTree.DiffersInLineEndingsOnly(ArtifactFile file, string lockedSha256, CancellationToken cancel) => false;

    Result<ArtifactVersion> IWorkingTree.Code(string path, CancellationToken cancel) =>
        new ArtifactVersion(new string(Code, 40), new string(Code, 64), 1);
}
