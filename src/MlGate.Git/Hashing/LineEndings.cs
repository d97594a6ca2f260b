using System.Security.Cryptography;

namespace MlGate.Git.Hashing;

/// <summary>Tells changed line endings from changed content.</summary>
internal static class LineEndings
{
    /// <summary>
    /// True if a file differs from the locked one only in its line endings: its SHA-256 becomes the locked one with all lines ending in
    /// LF, or all in CRLF.
    /// </summary>
    /// <param name="path">Absolute path of a regular file.</param>
    /// <param name="lockedSha256">64 lower-case hex digits.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool OnlyDifference(string path, string lockedSha256, CancellationToken cancel)
    {
        using var file = File.OpenHandle(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            FileOptions.SequentialScan
        );
        using var withLf = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var withCrlf = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (feeds, lf, crlf) = (new LineFeeds(), new byte[FileHasher.Small + 1], new byte[2 * (FileHasher.Small + 1)]);
        TextBlob.ReadPieces(file, piece => Append(feeds.Convert(piece, lf)), cancel);
        Append(feeds.Complete(lf));
        return Is(withLf) || Is(withCrlf);

        void Append(int length)
        {
            withLf.AppendData(lf, 0, length);
            withCrlf.AppendData(crlf, 0, Returned(lf.AsSpan(0, length), crlf));
        }

        bool Is(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset()) == lockedSha256;
    }

    private static int Returned(ReadOnlySpan<byte> piece, Span<byte> to)
    {
        var written = 0;
        foreach (var value in piece)
        {
            if (value == '\n')
            {
                to[written++] = (byte)'\r';
            }

            to[written++] = value;
        }

        return written;
    }
}
