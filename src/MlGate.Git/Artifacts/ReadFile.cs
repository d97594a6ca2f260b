using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlGate.Git.Hashing;
using MlGate.Git.Repositories;
using MlGate.Versions;

namespace MlGate.Git.Artifacts;

/// <summary>A file of an artifact, read.</summary>
/// <param name="Path">Relative to the repository's root.</param>
/// <param name="Name">Relative to the gate file's folder.</param>
/// <param name="Mode">As git writes it.</param>
/// <param name="Location">Absolute path of the bytes.</param>
/// <param name="Digest">Git's id of what it stores, and the SHA-256 and size of the content.</param>
internal sealed record ReadFile(string Path, string Name, string Mode, string Location, FileDigest Digest)
{
    /// <summary>Time of the last change of the bytes that were read, nanoseconds since 1970; null for a commit's.</summary>
    public long? Modified { get; init; }

    /// <summary>The version of a folder's files.</summary>
    /// <param name="format">Hash of the repository.</param>
    /// <param name="folder">Relative to the repository's root.</param>
    /// <param name="files">All files, below the folder.</param>
    public static ArtifactVersion VersionOf(ObjectFormat format, string folder, IReadOnlyCollection<ReadFile> files)
    {
        var skipped = folder.Length == 0 ? 0 : folder.Length + 1;
        var tree = TreeId.From(format, files.Select(file => new TreeFile(file.Path[skipped..], file.Mode, file.Digest.GitObjectId)));
        return new ArtifactVersion(tree, Sha256Of(files), files.Sum(file => file.Digest.Size));
    }

    /// <summary>SHA-256 of the sorted lines <c>sha256 SP size SP path LF</c>.</summary>
    private static string Sha256Of(IEnumerable<ReadFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var line in files
                .Select(file =>
                    string.Concat(file.Digest.Sha256, " ", file.Digest.Size.ToString(CultureInfo.InvariantCulture), " " + file.Name + "\n")
                )
                .Order(StringComparer.Ordinal)
        )
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
