using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Git.Locks;
using MlGate.Git.Repositories;

namespace MlGate.Git.Baselines;

/// <summary>
/// Tells a repository whose history is lost from a new one. Both have nothing to compare with, but only the second is a first measurement:
/// where a lock, a ref, a pull request or a
/// build server shows that there was history, a model that got worse must not pass as the first one.
/// </summary>
/// <param name="settings">Say whether a pull request or a build server is checked.</param>
/// <param name="repository">The opened repository; null outside of one.</param>
internal sealed class MissingHistory(GitSettings settings, GitRepository? repository)
{
    /// <summary>What is missing; null where HEAD leads to a commit, and in a repository that is new.</summary>
    /// <exception cref="GitFailedException">Git refuses.</exception>
    public Finding? Find()
    {
        if (repository is null)
        {
            return RepositoryFolders.DamageAt(settings.StartFolder ?? settings.GateFolder) is { } damage ? Create(damage, Restore)
                : IsLockedInRepository() ? Create("no git repository, but locks written in one", Restore)
                : Expected("no git repository");
        }

        if (repository.Refs.Resolve("HEAD") is { } head)
        {
            return repository.History.Commit(head) is null ? Create($"missing object of the commit {head[..10]} (HEAD)", Restore) : null;
        }

        return Trace() is { } trace
            ? Create(
                $"HEAD has no commit, but {trace}",
                "Check out a branch that has commits, or " + char.ToLowerInvariant(Restore[0]) + Restore[1..]
            )
            : Expected("no commit in the repository");
    }

    private const string Restore = "Restore the folder .git, or clone the repository again: git clone";

    private Finding? Expected(string found) =>
        settings.Target is { } target
            ? Create($"{found}, but a pull request to {GitFinding.Shown(target)}", "Check out the repository with its history")
        : settings.IsContinuousIntegration
            ? Create($"{found}, but a build server", "Check out the repository with its history; copy .git with the files")
        : null;

    private bool IsLockedInRepository()
    {
        try
        {
            return WorkingTreeLocks.Open(settings.GateFolder).Readable.Any(record => record.InRepository);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Reading the locks of the artifacts says what is wrong with them.
            return false;
        }
    }

    // What a repository without any commit cannot have.
    private string? Trace()
    {
        var folders = repository!.Folders;
        return repository.Refs.Names.FirstOrDefault(name => repository.Refs.Resolve(name) is not null) is { } name
                ? $"{GitFinding.Shown(name)} has one"
            : folders.HasReflog ? "the reflog lists earlier commits"
            : folders.IsShallow ? "the clone is shallow"
            : HasCommits() ? "the repository has commits"
            : LacksIndexed() ? "the index lists files whose objects are missing"
            : null;
    }

    private bool HasCommits() =>
        repository!.Program is { } git
        && git.Run(["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objecttype)"], default, default)
            is { Exit: 0 } objects
        && objects.Text.Split('\n').Contains("commit");

    // Git writes an object before it lists it.
    private bool LacksIndexed()
    {
        if (
            repository!.Program is not { } git
            || git.Run(["ls-files", "-s", "-z"], default, default) is not { Exit: 0 } index
            || index.Parts.Select(line => line.Split(' ')).FirstOrDefault(parts => parts.Length > 1) is not { } first
        )
        {
            return false;
        }

        return git.Run(["cat-file", "-e", first[1]], default, default).Exit != 0;
    }

    private static Finding Create(string found, string fix) =>
        GitFinding.Create(Diagnostics.HistoryMissing, "baseline", "git", found, "the history with the baseline", fix);
}
