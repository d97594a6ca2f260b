using System.Diagnostics;
using MlGate.Git.Findings;
using MlGate.Platform;

namespace MlGate.Git.Repositories;

/// <summary>
/// Ends a git process that waits for a named pipe in the place of one of its files: git opens <c>.gitignore</c>, <c>.gitattributes</c> and
/// its own files without
/// looking at what they are. It is looked for only when git has not answered for some seconds.
/// </summary>
internal sealed class GitObstacles : IDisposable
{
    private const int MostEntries = 500_000;
    private const int DeepestOfGit = 3;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(4);
    private static readonly string[] ReadByGit = [".gitignore", ".gitattributes", ".gitmodules", ".lfsconfig"];

    private static readonly string[] OpenedFirst =
    [
        "HEAD",
        "config",
        "config.worktree",
        "commondir",
        "gitdir",
        "index",
        "packed-refs",
        "shallow",
        "info/attributes",
        "info/exclude",
        "objects/info/alternates",
    ];

    private readonly Timer timer;
    private volatile string? found;

    /// <summary>Watches a process.</summary>
    /// <param name="process">Git.</param>
    /// <param name="folder">Absolute path of the working tree.</param>
    public GitObstacles(Process process, string folder) =>
        timer = new Timer(
            _ =>
            {
                found = Find(folder);
                if (found is not null)
                {
                    End(process);
                }
            },
            null,
            Wait,
            Timeout.InfiniteTimeSpan
        );

    /// <summary>The file for which git was ended, and what it is; null where it was not.</summary>
    public string? Found => found;

    /// <summary>The failure of a process that was ended.</summary>
    /// <param name="obstacle">See <see cref="Found"/>.</param>
    public static GitFailedException Failure(string obstacle) => new("git cannot read its files: " + obstacle + ", not a regular file");

    public void Dispose() => timer.Dispose();

    /// <summary>
    /// A file that git reads and that never ends, relative to the working tree, with what it is; null when there is none.
    /// </summary>
    /// <param name="folder">Absolute path of the working tree.</param>
    public static string? Find(string folder)
    {
        try
        {
            return InWorkTree(folder) ?? InGitFolder(Path.Combine(folder, ".git"), folder, DeepestOfGit);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Requires that the files that a library opens first, without looking at what they are, can be opened.</summary>
    /// <exception cref="GitFailedException">One of them is a named pipe, a socket or a device.</exception>
    public static void Require(RepositoryFolders folders)
    {
        var paths = OpenedFirst.SelectMany(name =>
            new[] { folders.GitFolder, folders.CommonFolder }.Distinct().Select(folder => Path.Combine(folder, name))
        );
        if (paths.Select(path => Obstacle(path, folders.WorkTree)).FirstOrDefault(obstacle => obstacle is not null) is { } obstacle)
        {
            throw Failure(obstacle);
        }
    }

    private static string? InWorkTree(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = 0,
            IgnoreInaccessible = true,
            ReturnSpecialDirectories = false,
        };
        var entries = new System.IO.Enumeration.FileSystemEnumerable<string>(
            folder,
            (ref System.IO.Enumeration.FileSystemEntry entry) => entry.ToFullPath(),
            options
        )
        {
            // The names decide, so that few files are asked what they are.
            ShouldIncludePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) => IsReadByGit(entry.FileName),
            ShouldRecursePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) =>
                entry.FileName is not ".git" && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return entries.Take(MostEntries).Select(path => Obstacle(path, folder)).FirstOrDefault(obstacle => obstacle is not null);
    }

    private static bool IsReadByGit(ReadOnlySpan<char> name)
    {
        foreach (var known in ReadByGit)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string? InGitFolder(string folder, string root, int depth)
    {
        if (!Directory.Exists(folder))
        {
            return Obstacle(folder, root);
        }

        return Directory
            .EnumerateFileSystemEntries(folder)
            .Take(MostEntries)
            .Select(path =>
                Obstacle(path, root)
                ?? (depth > 1 && Directory.Exists(path) && Path.GetFileName(path) != "objects" ? InGitFolder(path, root, depth - 1) : null)
            )
            .FirstOrDefault(obstacle => obstacle is not null);
    }

    private static string? Obstacle(string path, string root) =>
        RegularFile.Obstacle(path) is { } kind
            ? $"{Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/')} is {kind}"
            : null;

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }
}
