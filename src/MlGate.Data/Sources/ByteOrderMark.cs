using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>Removes a UTF-8 byte order mark where the engine would take it for content.</summary>
internal static class ByteOrderMark
{
    private const int Length = 3;

    /// <returns>The file, or a copy without the mark in the private folder.</returns>
    public static ArtifactFile Remove(PrivateFolder folder, ArtifactFile file, CancellationToken cancel)
    {
        using var source = new FileStream(
            file.Location,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite,
            1,
            FileOptions.SequentialScan
        );
        Span<byte> head = stackalloc byte[Length];
        if (
            source.ReadAtLeast(head, Length, throwOnEndOfStream: false) < Length
            || !head.SequenceEqual((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])
        )
        {
            return file;
        }

        cancel.ThrowIfCancellationRequested();
        var location = folder.NewFile(".jsonl");
        using var target = new FileStream(location, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1);
        source.CopyTo(target, 1 << 18);
        return file with { Location = location, Size = file.Size - Length, Written = null };
    }
}
