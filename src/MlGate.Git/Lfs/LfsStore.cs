using MlGate.Git.Hashing;
using MlGate.Git.Repositories;
using MlGate.Platform;

namespace MlGate.Git.Lfs;

/// <summary>The large files that Git LFS has fetched into this repository.</summary>
internal static class LfsStore
{
    /// <summary>Where an object is; null when it has not been fetched.</summary>
    public static string? Find(RepositoryFolders? folders, LfsPointer pointer)
    {
        if (folders is null)
        {
            return null;
        }

        var path = Path.Combine(folders.CommonFolder, "lfs", "objects", pointer.Sha256[..2], pointer.Sha256[2..4], pointer.Sha256);
        return RegularFile.Exists(path) ? path : null;
    }
}
