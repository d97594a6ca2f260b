using MlGate.Platform;

namespace MlGate.Git.Repositories;

/// <summary>
/// Finds what keeps a repository from being read, before a program opens it: git waits for ever on a pipe in the place of one of its files.
/// </summary>
internal static class RepositoryDamage
{
    private const string Link = "ref: ";
    private static readonly string[] OwnFiles = ["index", "config.worktree"];
    private static readonly string[] SharedFiles =
    [
        "config",
        "packed-refs",
        "shallow",
        "info/exclude",
        "info/attributes",
        "info/grafts",
        "objects/info/alternates",
        "objects/info/commit-graph",
    ];

    /// <summary>What is wrong; null for nothing that files and folders show.</summary>
    /// <param name="gitFolder">The folder that should hold <c>HEAD</c>.</param>
    /// <param name="commonFolder">The folder that should hold refs and objects.</param>
    public static string? Find(string gitFolder, string commonFolder)
    {
        if (!Directory.Exists(gitFolder))
        {
            return ".git points to a missing folder";
        }

        if (!IsFile(Path.Combine(gitFolder, "HEAD")))
        {
            return IsMissing(Path.Combine(gitFolder, "HEAD")) ? ".git has no HEAD" : "HEAD of .git is not a regular file";
        }

        if (new[] { "objects", "refs" }.FirstOrDefault(name => !Directory.Exists(Path.Combine(commonFolder, name))) is { } folder)
        {
            return $".git has no folder {folder}";
        }

        // Every command of git reads the ref that HEAD names.
        var branch =
            RepositoryFolders.Text(Path.Combine(gitFolder, "HEAD"))?.Trim() is { } head && head.StartsWith(Link, StringComparison.Ordinal)
                ? head[Link.Length..].Trim()
                : null;
        var special = OwnFiles
            .Select(name => Path.Combine(gitFolder, name))
            .Concat(SharedFiles.Append(branch).OfType<string>().Select(name => Path.Combine(commonFolder, name)))
            .FirstOrDefault(path => !IsMissing(path) && !IsFile(path));
        return special is null
            ? null
            : $"{Path.GetRelativePath(commonFolder, special).Replace(Path.DirectorySeparatorChar, '/')} of .git is not a regular file";
    }

    /// <summary>Is there nothing at a path?</summary>
    public static bool IsMissing(string path)
    {
        try
        {
            return Entry.KindOf(path, followLink: false) == EntryKind.Missing;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The path itself, or where the link at it leads in the end; null for a link that leads nowhere or in a circle.</summary>
    public static string? Followed(string path)
    {
        try
        {
            return Entry.KindOf(path, followLink: false) != EntryKind.Link
                ? path
                : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsFile(string path) =>
        Followed(path) is { } file && !IsMissing(file) && Entry.KindOf(file, followLink: false) == EntryKind.File;
}
