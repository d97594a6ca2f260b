using MlGate.Findings;
using MlGate.Git.Artifacts;
using MlGate.Git.Findings;
using MlGate.Git.Repositories;
using MlGate.Versions;

namespace MlGate.Git.Locks;

/// <summary>
/// Artifacts whose lock is in a commit and whose bytes are not: in a submodule, ignored by git, or kept outside. The lock says which
/// version the commit had, so such an artifact
/// has a baseline; only where the version is that of the working tree its bytes are known, too.
/// </summary>
internal sealed class LockedElsewhere(GateFolder gate, IHistory history)
{
    private const int Short = 10;

    /// <summary>An artifact at a commit that does not have its bytes.</summary>
    /// <param name="artifact">Which one.</param>
    /// <param name="baseline">The commit.</param>
    /// <param name="candidate">Reads what the working tree has; null where it cannot be read.</param>
    /// <returns>The bytes of the working tree where they have the locked SHA-256, else why they are not known; null where the commit has no
    /// lock, either.</returns>
    /// <exception cref="GitFailedException">Git refuses.</exception>
    public Result<ArtifactBytes>? At(Artifact artifact, Baseline baseline, Func<ArtifactBytes?> candidate)
    {
        var found = CommitLocks.Open(gate, history, baseline.Commit).Find(artifact);
        if (found.Value is not { } locked)
        {
            return found.Problems.All(problem => problem.Code == Diagnostics.LockMissing.Code)
                ? null
                : Result.Failed<ArtifactBytes>([
                    .. found.Problems.Select(problem =>
                        problem with
                        {
                            Code = Diagnostics.BaselineNotReadable.Code,
                            Found = "in the baseline, " + problem.Found,
                            Fix = "Name a later commit as the baseline",
                        }
                    ),
                ]);
        }

        if (candidate() is { } now && now.Version.Sha256 == locked.Version.Sha256)
        {
            return now;
        }

        return GitFinding.Create(
            Diagnostics.BaselineNotInGit,
            artifact.Id,
            artifact.Path,
            $"its lock at {baseline.Commit[..Short]} ({baseline.How}) records sha256 {locked.Version.Sha256}, and "
                + $"{WhereItIs(artifact, baseline.Commit)}",
            "the baseline's bytes in git or Git LFS",
            "Keep the artifact in this repository, in Git LFS if it is large"
        );
    }

    /// <summary>Git's id of what a commit's lock records; null without one.</summary>
    public string? IdAt(string commit, Artifact artifact) =>
        CommitLocks.Open(gate, history, commit).Find(artifact).Value?.Version.GitObjectId;

    private string WhereItIs(Artifact artifact, string commit)
    {
        var path = gate.InRoot(artifact.Path)!;
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (history.Item(commit, path[..slash]) is { Mode: TreeFile.Submodule })
            {
                return $"{GitFinding.Shown(gate.Name(path[..slash]))} is a submodule: the bytes are in another repository";
            }
        }

        return "the bytes are not in the repository";
    }
}
