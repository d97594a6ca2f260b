using MlGate.Git.Hashing;
using MlGate.Platform;
using MlGate.Versions;

namespace MlGate.Git.Locks;

/// <summary>The locks of the working tree.</summary>
internal static class WorkingTreeLocks
{
    public static LockIndex Open(string gateFolder)
    {
        var names = ArtifactKind
            .All.Select(LockFiles.FolderOf)
            .Where(folder => Directory.Exists(Path.Combine(gateFolder, folder)))
            .SelectMany(folder =>
                Directory.GetFiles(Path.Combine(gateFolder, folder), "*.json").Select(file => folder + "/" + Path.GetFileName(file))
            )
            .Order(StringComparer.Ordinal)
            .ToList();
        return new LockIndex(names, name => Read(Path.Combine(gateFolder, name), name), "the working tree");
    }

    private static byte[] Read(string path, string name) =>
        FileStamps.Read(path) switch
        {
            { Kind: EntryKind.File, Size: <= LockIndex.Largest } => RegularFile.ReadBytes(path, LockIndex.Largest),
            { Kind: EntryKind.File } => throw new IOException(name + " is too large for a lock"),
            _ => throw new IOException(name + " is not a regular file"),
        };
}
