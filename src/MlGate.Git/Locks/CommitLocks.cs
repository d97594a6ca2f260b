using MlGate.Git.Artifacts;
using MlGate.Git.Repositories;

namespace MlGate.Git.Locks;

/// <summary>The locks of a commit.</summary>
internal static class CommitLocks
{
    public static LockIndex Open(GateFolder gate, IHistory history, string commit)
    {
        var folder = gate.InRoot(LockFiles.Folder)!;
        var blobs = history.Files(commit, folder).ToDictionary(file => gate.Name(file.Path), file => file.Id, StringComparer.Ordinal);
        return new LockIndex([.. blobs.Keys.Order(StringComparer.Ordinal)], Read, "the commit " + commit[..Math.Min(10, commit.Length)]);

        byte[] Read(string name)
        {
            var content = new MemoryStream();
            history.Copy(blobs[name], content, CancellationToken.None);
            return content.ToArray();
        }
    }
}
