using Microsoft.Win32.SafeHandles;
using MlGate.Git.Repositories;

namespace MlGate.Git.Hashing;

/// <summary>What git stores for a text after CRLF became LF.</summary>
/// <param name="GitId">Id of the blob.</param>
/// <param name="LooksBinary">Would <c>text=auto</c> leave the file alone?</param>
internal sealed record TextBlob(string GitId, bool LooksBinary)
{
    /// <summary>Of bytes at hand; null when there is no CRLF.</summary>
    public static TextBlob? From(ObjectFormat format, ReadOnlySpan<byte> content)
    {
        var stats = new TextStats();
        stats.Add(content);
        stats.Complete();
        if (stats.Pairs == 0)
        {
            return null;
        }

        var converted = new byte[content.Length + 1];
        var feeds = new LineFeeds();
        var length = feeds.Convert(content, converted);
        length += feeds.Complete(converted.AsSpan(length));
        return new TextBlob(format.BlobId(converted.AsSpan(0, length)), stats.IsBinary);
    }

    /// <summary>
    /// Of a large file; null when there is no CRLF. A blob's header names its size, so the text is counted before it is hashed.
    /// </summary>
    public static TextBlob? From(ObjectFormat format, SafeFileHandle file, long size, CancellationToken cancel)
    {
        var stats = new TextStats();
        ReadPieces(file, stats.Add, cancel);
        stats.Complete();
        if (stats.Pairs == 0)
        {
            return null;
        }

        using var hash = format.Start();
        Span<byte> header = stackalloc byte[ObjectFormat.LongestHeader];
        hash.AppendData(header[..ObjectFormat.BlobHeader(size - stats.Pairs, header)]);
        var (feeds, converted) = (new LineFeeds(), new byte[FileHasher.Small + 1]);
        ReadPieces(file, piece => hash.AppendData(converted, 0, feeds.Convert(piece, converted)), cancel);
        hash.AppendData(converted, 0, feeds.Complete(converted));
        return new TextBlob(Convert.ToHexStringLower(hash.GetHashAndReset()), stats.IsBinary);
    }

    /// <summary>Reads an open file from its beginning, at most <see cref="FileHasher.Small"/> bytes at a time.</summary>
    public static void ReadPieces(SafeFileHandle file, Action<ReadOnlySpan<byte>> use, CancellationToken cancel)
    {
        var buffer = new byte[FileHasher.Small];
        for (long at = 0; ; )
        {
            cancel.ThrowIfCancellationRequested();
            var read = RandomAccess.Read(file, buffer, at);
            if (read == 0)
            {
                return;
            }

            use(buffer.AsSpan(0, read));
            at += read;
        }
    }
}
