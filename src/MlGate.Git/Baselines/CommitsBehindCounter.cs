using MlGate.Git.Artifacts;
using MlGate.Git.Locks;
using MlGate.Git.Repositories;
using MlGate.Versions;

namespace MlGate.Git.Baselines;

/// <summary>Counts how far a baseline lies behind the branch that the work will be merged into.</summary>
internal sealed class CommitsBehindCounter(GateFolder gate, GitRepository repository, string? target)
{
    private readonly BaselineFinder finder = new(gate, repository, target);

    /// <summary>
    /// How far; null where it is the branch's tip or none of its commits, and where this clone ends before the count does.
    /// </summary>
    public Behind? For(Baseline baseline, IReadOnlyList<Artifact> artifacts)
    {
        if (
            new TargetBranch(repository).Find(target).Branch is not { } branch
            || branch.Commit == baseline.Commit
            || repository.History.MergeBase(baseline.Commit, branch.Commit) != baseline.Commit
        )
        {
            return null;
        }

        var newer = repository.History.NotShared(baseline.Commit, branch.Commit).ToList();
        return Ends(newer)
            ? null
            : new Behind(
                branch.Name,
                newer.Count,
                [.. artifacts.Where(artifact => Differs(artifact, baseline.Commit, branch.Commit)).Select(artifact => artifact.Id)]
            );
    }

    // A shallow clone counts too few where it ends among the commits, and too many where what they share with the baseline is cut off.
    private bool Ends(IEnumerable<string> commits) =>
        repository.Folders.IsShallow && commits.Any(commit => repository.History.Parent(commit) is null);

    private bool Differs(Artifact artifact, string one, string other)
    {
        if (SafePath.Normal(artifact.Path) is null || gate.InRoot(artifact.Path) is null)
        {
            return false;
        }

        var (before, now) = (finder.IdAt(one, artifact.Path), finder.IdAt(other, artifact.Path));

        // Of data that is kept elsewhere git has the lock.
        return before is null && now is null ? Locked(one, artifact) != Locked(other, artifact) : before != now;
    }

    private ArtifactVersion? Locked(string commit, Artifact artifact) =>
        CommitLocks.Open(gate, repository.History, commit).Find(artifact).Value?.Version;
}
