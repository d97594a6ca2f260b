using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Git.Repositories;
using MlGate.Platform;

namespace MlGate.Git.Artifacts;

/// <summary>The gate file's folder and the repository around it.</summary>
internal sealed class GateFolder
{
    public GateFolder(string folder, GitRepository? repository)
    {
        (Folder, Repository) = (folder, repository);
        Root = repository?.Folders.WorkTree ?? folder;
        Prefix = Root == folder ? "" : Path.GetRelativePath(Root, folder).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Absolute path of the gate file's folder.</summary>
    public string Folder { get; }

    /// <summary>Null outside of repositories.</summary>
    public GitRepository? Repository { get; }

    /// <summary>Absolute path of the repository's root; outside of repositories the gate file's folder.</summary>
    public string Root { get; }

    /// <summary>The gate file's folder relative to the root; empty when they are one.</summary>
    public string Prefix { get; }

    /// <summary>The hash that names objects.</summary>
    public ObjectFormat Format => Repository?.Folders.Format ?? ObjectFormat.Sha1;

    /// <summary>A path of the gate file, relative to the root; null when it leads out of it.</summary>
    public string? InRoot(string path) => SafePath.Normal(SafePath.Join(Prefix, path));

    /// <summary>A path of the root, relative to the gate file's folder.</summary>
    public string Name(string path) =>
        Prefix.Length == 0 ? path
        : path.StartsWith(Prefix + "/", StringComparison.Ordinal) ? path[(Prefix.Length + 1)..]
        : Path.GetRelativePath("/" + Prefix, "/" + path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Absolute path of a path of the root.</summary>
    public string Absolute(string path) => Path.Combine(Root, path);

    /// <summary>The path in the root that the gate file means, checked as text and against links on the way.</summary>
    /// <param name="path">As it is written.</param>
    /// <param name="id">The check that the finding belongs to.</param>
    /// <param name="mayClimb">May it leave the gate file's folder?</param>
    public Result<string> Checked(string path, CheckId id, bool mayClimb)
    {
        if (SafePath.WhyNot(path, mayClimb) is { } reason)
        {
            return Outside(path, id, "the path " + reason);
        }

        return InRoot(path) is { } inRoot
            ? LinkOnTheWay(inRoot, id) is { } link
                ? link
                : inRoot
            : Outside(path, id, "the path is outside the repository");
    }

    private static Finding Outside(string path, CheckId id, string found) =>
        GitFinding.Create(
            Diagnostics.PathOutside,
            id,
            path,
            found,
            "a plain path below the folder of the gate file",
            "Write it relative to the gate file, with forward slashes, or move the gate file above it"
        );

    private Finding? LinkOnTheWay(string path, CheckId id)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = path[..slash];
            if (!Glob.Is(folder) && Entry.KindOf(Absolute(folder), followLink: false) == EntryKind.Link)
            {
                return GitFinding.Create(
                    Diagnostics.NotARegularFile,
                    id,
                    Name(path),
                    $"its folder {GitFinding.Shown(Name(folder))} is a symbolic link{Leading(folder)}",
                    "a real folder in the repository",
                    "Replace the link with the files"
                );
            }
        }

        return null;
    }

    private string Leading(string link)
    {
        var target = Directory.ResolveLinkTarget(Absolute(link), returnFinalTarget: true)?.FullName;
        return target is null || !target.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? " to a path outside the repository"
            : "";
    }

    /// <summary>The gate file's folder in the working tree, and in commits.</summary>
    /// <param name="settings">Say where it is.</param>
    /// <param name="repository">The opened repository; null outside of one.</param>
    public static (GateFolder Here, GateFolder InCommits) Both(GitSettings settings, GitRepository? repository)
    {
        var here = new GateFolder(settings.GateFolder, repository);
        return (here, settings.EarlierFolder is null ? here : new GateFolder(settings.EarlierFolder, repository));
    }
}
