using MlGate.Findings;
using MlGate.Git.Artifacts;
using MlGate.Git.Findings;
using MlGate.Git.Locks;
using MlGate.Git.Repositories;
using MlGate.Versions;

namespace MlGate.Git.Baselines;

/// <summary>
/// Finds the commit to compare an artifact with. The upstream of a branch is never asked: after a push it is the branch itself, and a model
/// compared with itself passes.
/// </summary>
internal sealed class BaselineFinder(GateFolder gate, GitRepository repository, string? target)
{
    /// <summary>What is found of an artifact that has no earlier version: there is nothing to do.</summary>
    public const string FirstVersion = "unchanged since its first version";

    private const string Id = "baseline";

    private readonly TargetBranch branches = new(repository);

    /// <summary>The commit that a ref names.</summary>
    public Result<Baseline> Named(string wanted)
    {
        if (repository.History.Commit(wanted) is { } commit)
        {
            return new Baseline(commit, wanted, $"the ref {GitFinding.Shown(wanted)}");
        }

        var fix =
            RefSuggestion.For(wanted, repository.Refs.Names) is { } near ? $"Did you mean '{GitFinding.Shown(near)}'?"
            : repository.Folders.IsShallow ? "Fetch it first: git fetch --unshallow --tags, or fetch-depth: 0 for actions/checkout"
            : "Fetch it first, or use a branch, tag or commit of this clone";
        return GitFinding.Create(Diagnostics.UnknownRef, Id, wanted, "ref not found in this clone", "a branch, a tag or a commit", fix);
    }

    /// <summary>The commit that an artifact is compared with when the gate file says <c>auto</c>.</summary>
    /// <param name="artifact">Whose baseline.</param>
    /// <param name="candidate">Git id of what the working tree holds; null when it cannot be read.</param>
    public Result<Baseline> Auto(Artifact artifact, Func<string?> candidate)
    {
        if (repository.History.Commit("HEAD") is not { } head)
        {
            return NoCommit(artifact.Id);
        }

        var (branch, problem) = branches.Find(target);
        if (problem is not null)
        {
            return problem;
        }

        if (branch is null)
        {
            return OnTheBranch(artifact, candidate, head, "HEAD", "the last commit");
        }

        var shared = MergeBase(head, branch, artifact.Id);
        return shared.Value?.Commit == head
            ? OnTheBranch(artifact, candidate, head, branch.Name, $"the last commit, which is on {GitFinding.Shown(branch.Name)}")
            : shared;
    }

    /// <summary>The commit that the pull request branched from; outside of pull requests, where the work left the default branch.</summary>
    public Result<Baseline> FindPullRequestBase()
    {
        if (repository.History.Commit("HEAD") is not { } head)
        {
            return NoCommit(Id);
        }

        var (branch, problem) = branches.Find(target);
        return problem is not null ? problem
            : branch is null ? NoBranch()
            : MergeBase(head, branch, Id);
    }

    /// <summary>The tip of the branch that the pull request targets.</summary>
    public Result<Baseline> Tip()
    {
        var (branch, problem) = branches.Find(target);
        return problem is not null ? problem
            : branch is null ? NoBranch()
            : new Baseline(branch.Commit, branch.Name, $"the tip of {GitFinding.Shown(branch.Name)}");
    }

    /// <summary>The object that a commit has at a path or for a glob, relative to the gate file's folder; null for none.</summary>
    public string? IdAt(string commit, string written)
    {
        if (gate.InRoot(written) is not { } path)
        {
            return null;
        }

        if (!Glob.Is(written))
        {
            return repository.History.Item(commit, path)?.Id;
        }

        var glob = new Glob(path);
        var files = TreeReader.Matching(repository.History, commit, glob);
        return files.Count == 0 ? null : TreeReader.TreeOf(gate.Format, glob.Folder, files);
    }

    private Result<Baseline> MergeBase(string head, NamedCommit branch, CheckId id) =>
        repository.History.MergeBase(head, branch.Commit) switch
        {
            { } shared when SeveralBases(shared, head, branch.Commit) => repository.Folders.IsShallow
                ? Shallow($"the clone is shallow, and has several merge bases with {GitFinding.Shown(branch.Name)}")
                : GitFinding.Create(
                    Diagnostics.PolicyOutdated,
                    Id,
                    id.Text,
                    $"HEAD and {GitFinding.Shown(branch.Name)} have several merge bases (criss-cross merge)",
                    "a single merge base",
                    $"Merge {GitFinding.Shown(branch.Name)} into the branch"
                ),
            { } shared when !MayBeNewer(shared, head, branch.Commit) => new Baseline(
                shared,
                branch.Name,
                $"merge base with {GitFinding.Shown(branch.Name)}"
            ),
            _ when repository.Folders.IsShallow => Shallow(
                $"the clone is shallow and ends before the merge base with {GitFinding.Shown(branch.Name)}"
            ),
            _ => Unrelated(id, branch),
        };

    // An artifact that the branch has is not new because HEAD leads to another history.
    private Finding Unrelated(CheckId id, NamedCommit branch)
    {
        var found = $"HEAD and {GitFinding.Shown(branch.Name)} have no common commit";
        return CommitLocks.Open(gate, repository.History, branch.Commit).Has(id)
            ? GitFinding.Create(
                Diagnostics.HistoryMissing,
                Id,
                "git",
                $"{found}, but {GitFinding.Shown(branch.Name)} has a lock of {id}",
                "the history with the baseline",
                $"Check out a commit that descends from {GitFinding.Shown(branch.Name)}, or name a ref as the baseline in the gate file"
            )
            : None(id, found, "Name a ref as the baseline in the gate file");
    }

    public static Finding Shallow(string found) =>
        GitFinding.Create(
            Diagnostics.ShallowClone,
            Id,
            Id,
            found,
            "a clone with the baseline",
            "Run mlgate fetch, or git fetch --unshallow, or set fetch-depth: 0 for actions/checkout (Azure Pipelines: fetchDepth: 0)"
        );

    // Which of several comes first is a matter of dates, and an author writes those.
    private bool SeveralBases(string shared, string head, string branch) =>
        target is not null
        && shared != head
        && shared != branch
        && repository.Program is { } git
        && git.Text(["merge-base", "--all", head, branch]).Trim() != shared;

    // Where a shallow clone ends between the two, a newer common commit may be hidden behind the end.
    private bool MayBeNewer(string shared, string head, string branch) =>
        repository.Folders.IsShallow
        && shared != head
        && shared != branch
        && repository.History.NotShared(head, branch).Any(repository.Folders.Ends.Contains);

    // The merge base is the candidate's own commit: it is the baseline only for an artifact that was changed since.
    private Result<Baseline> OnTheBranch(Artifact artifact, Func<string?> candidate, string head, string name, string how)
    {
        var now = candidate();
        if (now is null || IdAt(head, artifact) != now)
        {
            return new Baseline(head, name, how);
        }

        var path = gate.InRoot(LockFiles.PathOf(artifact))!;
        foreach (var change in repository.History.Changes(head, path))
        {
            if (repository.History.Parent(change) is not { } before)
            {
                break;
            }

            // A lock can change without its artifact: then the change before that one counts.
            if (IdAt(before, artifact) is not { } then)
            {
                return First(artifact.Id);
            }

            if (then != now)
            {
                return new Baseline(before, before, $"the commit before {change[..10]}, which last changed its lock", IsOwnHistory: true);
            }
        }

        return repository.Folders.IsShallow ? Shallow("the clone is shallow and ends before the last change of the artifact's lock")
            : repository.History.Item(head, path) is null
                ? None(
                    artifact.Id,
                    "its lock is not committed",
                    $"Commit {LockFiles.PathOf(artifact)}: then the next change has a baseline"
                )
            : First(artifact.Id);
    }

    // Of data that is kept elsewhere git has the lock.
    private string? IdAt(string commit, Artifact artifact) =>
        IdAt(commit, artifact.Path) ?? new LockedElsewhere(gate, repository.History).IdAt(commit, artifact);

    private static Finding First(CheckId id) => None(id, FirstVersion, "No action needed: this version is the baseline of the next change");

    private static Finding NoCommit(CheckId id) =>
        None(id, "no commit in the repository", "Commit the gate file, the artifacts and their locks");

    private static Finding NoBranch() =>
        None(Id, "no default branch in the repository", "Name the target branch of the change: --target BRANCH");

    private static Finding None(CheckId id, string found, string fix) =>
        GitFinding.Create(Diagnostics.NoBaselineFound, id, id.Text, found, "an earlier version to compare with", fix);
}
