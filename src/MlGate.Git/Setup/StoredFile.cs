using MlGate.Git.Hashing;
using MlGate.Git.Lfs;
using MlGate.Git.Repositories;
using MlGate.Platform;

namespace MlGate.Git.Setup;

/// <summary>How git stores a file of an artifact.</summary>
/// <param name="Path">Relative to the repository's root.</param>
/// <param name="IsLfs">Is the file in Git LFS, by its attributes or as a pointer?</param>
/// <param name="IsMissing">Is it a pointer whose object was not fetched?</param>
/// <param name="ConvertsLineEndings">Would git give it other line endings in another checkout?</param>
internal sealed record StoredFile(string Path, bool IsLfs, bool IsMissing, bool ConvertsLineEndings)
{
    // Enough to tell a binary format: git itself looks at all of it.
    private const int Head = 64 * 1024;

    /// <summary>Reads the beginning of a file.</summary>
    /// <param name="file">Its absolute path.</param>
    /// <param name="path">Relative to the repository's root.</param>
    /// <param name="conversion">What git does to it.</param>
    /// <param name="folders">Of the repository.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StoredFile Read(string file, string path, Conversion conversion, RepositoryFolders folders, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (!RegularFile.Exists(file))
        {
            return new StoredFile(path, conversion == Conversion.Lfs, IsMissing: false, ConvertsLineEndings: false);
        }

        var head = ReadHead(file);
        var pointer = LfsPointer.Parse(head);
        return new StoredFile(
            path,
            pointer is not null || conversion == Conversion.Lfs,
            pointer is not null && LfsStore.Find(folders, pointer) is null,
            conversion == Conversion.Text || (conversion == Conversion.Auto && !IsBinary(head))
        );
    }

    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var stats = new TextStats();
        stats.Add(head);
        return stats.IsBinary;
    }

    private static ReadOnlySpan<byte> ReadHead(string file)
    {
        using var stream = File.OpenRead(file);
        var head = new byte[Head];
        return head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
    }
}
