using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Versions;

namespace MlGate.Git.Locks;

/// <summary>The locks at one place: the working tree, or a commit.</summary>
/// <param name="names">Paths of all locks, relative to the gate file's folder.</param>
/// <param name="read">The bytes of one of them.</param>
/// <param name="where">For people: <c>the working tree</c>.</param>
internal sealed class LockIndex(IReadOnlyCollection<string> names, Func<string, byte[]> read, string where)
{
    // A lock names every file of a folder; this is room for half a million.
    public const long Largest = 64 * 1024 * 1024;

    private readonly Lazy<IReadOnlyList<LockRecord>> all = new(() =>
        [
            .. names
                .Select(Named)
                .Select(artifact => artifact is null ? null : LockReader.Read(read(LockFiles.PathOf(artifact)), artifact).Value)
                .OfType<LockRecord>(),
        ]
    );

    /// <summary>The locks that can be read.</summary>
    /// <exception cref="IOException">One of them is no regular file, or the disk fails.</exception>
    public IReadOnlyList<LockRecord> Readable => all.Value;

    /// <summary>Is there a lock of an artifact, readable or not?</summary>
    /// <param name="id">As <see cref="Artifact.Id"/>.</param>
    public bool Has(CheckId id) => names.Any(name => Named(name)?.Id == id);

    /// <summary>An artifact's lock.</summary>
    public Result<LockRecord> Find(Artifact artifact)
    {
        if (LockFiles.WhyNot(artifact) is { } reason)
        {
            return GitFinding.Create(
                Diagnostics.PathOutside,
                artifact.Id,
                artifact.Name,
                reason,
                "a valid file name",
                "Rename the artifact in the gate file"
            );
        }

        var path = LockFiles.PathOf(artifact);
        var identity = PathIdentity.From(path);
        var alike = names.Where(name => PathIdentity.From(name) == identity).ToList();
        if (alike.Count > 1)
        {
            return Ambiguous(artifact, alike[0], GitFinding.Shown(alike[1]) + " differs only in case or Unicode normalization");
        }

        if (!alike.Contains(path))
        {
            return GitFinding.Create(
                Diagnostics.LockMissing,
                artifact.Id,
                artifact.Id.Text,
                $"{path} not found in {where}",
                "a lock",
                $"Run: mlgate lock, and commit {path}"
            );
        }

        var found = LockReader.Read(read(path), artifact);
        return found.Value is { } record && Twin(record) is { } twin
            ? Ambiguous(artifact, path, $"{GitFinding.Shown(LockFiles.PathOf(twin.Artifact))} locks the same path")
            : found;
    }

    private LockRecord? Twin(LockRecord record)
    {
        var identity = PathIdentity.From(record.Artifact.Path);
        return all.Value.FirstOrDefault(other =>
            other.Artifact.Id != record.Artifact.Id && PathIdentity.From(other.Artifact.Path) == identity
        );
    }

    private static Artifact? Named(string path)
    {
        foreach (var kind in ArtifactKind.All)
        {
            var folder = LockFiles.FolderOf(kind) + "/";
            if (path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal))
            {
                return new Artifact(kind, path[folder.Length..^".json".Length], "");
            }
        }

        return null;
    }

    private static Finding Ambiguous(Artifact artifact, string path, string found) =>
        GitFinding.Create(
            Diagnostics.LockAmbiguous,
            artifact.Id,
            path,
            found,
            "one lock per artifact",
            "If an artifact was renamed or removed: mlgate lock removes the unused lock. Otherwise delete " + "one of the two",
            new FilePlace(path, 0, 0)
        );
}
