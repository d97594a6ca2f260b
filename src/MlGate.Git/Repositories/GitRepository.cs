using LibGit2Sharp;
using MlGate.Git.Findings;

namespace MlGate.Git.Repositories;

/// <summary>A repository. Nothing is loaded or started before it is needed.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly Lazy<IHistory> history;

    private GitRepository(RepositoryFolders folders, string? program)
    {
        Folders = folders;
        Program = program is null ? null : new GitProgram(program, folders.WorkTree);
        Refs = new Refs(folders, () => Program);
        history = new(Open);
    }

    public RepositoryFolders Folders { get; }

    public Refs Refs { get; }

    /// <summary>The git program; null when there is none.</summary>
    public GitProgram? Program { get; }

    /// <summary>Commits, trees and blobs.</summary>
    /// <exception cref="GitFailedException">Neither libgit2 nor git can open the repository.</exception>
    public IHistory History => history.Value;

    /// <summary>Has <see cref="History"/> been needed?</summary>
    public bool HasOpenedHistory => history.IsValueCreated;

    /// <summary>The repository that a folder is in; null when it is in none.</summary>
    public static GitRepository? Discover(string folder, string? program) =>
        RepositoryFolders.Discover(folder) is { } folders ? new GitRepository(folders, program) : null;

    public void Dispose()
    {
        if (history.IsValueCreated)
        {
            history.Value.Dispose();
        }
    }

    private IHistory Open()
    {
        GitObstacles.Require(Folders);
        var git = Program is null ? null : new GitProgramHistory(Program);
        try
        {
            return new LibGit2History(new Repository(Folders.WorkTree), git);
        }
        catch (LibGit2SharpException problem)
        {
            // SHA-256 objects, unknown extensions, an owner that it does not trust: git may know better.
            return git ?? throw new GitFailedException(problem.Message);
        }
    }
}
