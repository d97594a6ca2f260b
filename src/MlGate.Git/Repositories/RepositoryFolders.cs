using MlGate.Platform;

namespace MlGate.Git.Repositories;

/// <summary>Where a repository keeps what, read from its files without git.</summary>
/// <param name="WorkTree">Absolute path of the folder that holds <c>.git</c>.</param>
/// <param name="GitFolder">Absolute path of the folder that holds <c>HEAD</c>: in a linked worktree its own.</param>
/// <param name="CommonFolder">Absolute path of the folder that holds refs and objects.</param>
internal sealed record RepositoryFolders(string WorkTree, string GitFolder, string CommonFolder)
{
    private const int Longest = 64 * 1024 * 1024;
    private const string RemoteSection = "[remote \"";
    private const string Link = "gitdir:";

    private readonly Lazy<string> config = new(() => Text(Path.Combine(CommonFolder, "config")) ?? "");

    /// <summary>The repository's own settings.</summary>
    public string Config => config.Value;

    /// <summary>The hash that names objects.</summary>
    public ObjectFormat Format => Setting("objectformat") == "sha256" ? ObjectFormat.Sha256 : ObjectFormat.Sha1;

    /// <summary>Are refs kept as files, not as a table?</summary>
    public bool HasRefFiles => Setting("refstorage") is null or "files";

    /// <summary>Does the file system keep who may run a file?</summary>
    public bool HasFileModes => !OperatingSystem.IsWindows() && Setting("filemode") != "false";

    /// <summary>The remotes that it is configured with, in the file's order.</summary>
    public IEnumerable<string> Remotes =>
        Config
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith(RemoteSection, StringComparison.Ordinal) && line.EndsWith("\"]", StringComparison.Ordinal))
            .Select(line => line[RemoteSection.Length..^2]);

    /// <summary>Does its history end early?</summary>
    public bool IsShallow => File.Exists(Path.Combine(CommonFolder, "shallow"));

    /// <summary>Was HEAD ever at a commit, as far as its log tells?</summary>
    public bool HasReflog => Text(Path.Combine(GitFolder, "logs", "HEAD")) is { Length: > 0 };

    /// <summary>Does it fetch objects when they are first needed?</summary>
    public bool IsPartial => Setting("promisor") == "true";

    /// <summary>The commits that a shallow clone ends with; none in a whole one.</summary>
    public IReadOnlyCollection<string> Ends =>
        [
            .. (Text(Path.Combine(CommonFolder, "shallow")) ?? "").Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
        ];

    /// <summary>The repository that a folder is in; null when it is in none, or in one that is damaged.</summary>
    public static RepositoryFolders? Discover(string folder) => Nearest(folder).Folders;

    /// <summary>What is wrong with the repository that a folder is in; null when it is usable, or when there is none.</summary>
    public static string? DamageAt(string folder) => Nearest(folder).Damage;

    /// <summary>A file's text; null when there is none, or no regular file. A link counts as what it leads to.</summary>
    public static string? Text(string path)
    {
        try
        {
            return
                RepositoryDamage.Followed(path) is { } file
                && Entry.KindOf(file, followLink: false) == EntryKind.File
                && new FileInfo(file).Length <= Longest
                ? RegularFile.ReadText(file, Longest)
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Git itself passes over a damaged .git and takes the repository around it: the history of another project.
    private static (RepositoryFolders? Folders, string? Damage) Nearest(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var dotGit = Path.Combine(at, ".git");
            if (RepositoryDamage.IsMissing(dotGit))
            {
                continue;
            }

            var gitFolder =
                Directory.Exists(dotGit) ? dotGit
                : Text(dotGit) is { } link && link.StartsWith(Link, StringComparison.Ordinal)
                    ? Path.GetFullPath(link[Link.Length..].Trim(), at)
                : null;
            if (gitFolder is null)
            {
                return (null, ".git is neither a folder nor a file that points to one");
            }

            var common = Text(Path.Combine(gitFolder, "commondir"))?.Trim();
            var commonFolder = common is null ? gitFolder : Path.GetFullPath(common, gitFolder);
            return RepositoryDamage.Find(gitFolder, commonFolder) is { } damage
                ? (null, damage)
                : (new RepositoryFolders(at, gitFolder, commonFolder), null);
        }

        return (null, null);
    }

    // Settings of [core] and [extensions], whose names occur nowhere else.
    private string? Setting(string name) =>
        Config
            .Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2 && pair[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair[1].Trim().ToLowerInvariant())
            .LastOrDefault();
}
