namespace MlGate.Git.Hashing;

/// <summary>Turns CRLF into LF, piece by piece.</summary>
internal sealed class LineFeeds
{
    private bool pendingReturn;

    /// <summary>Writes the converted piece.</summary>
    /// <param name="piece">Raw bytes.</param>
    /// <param name="to">At least one byte longer than the piece.</param>
    /// <returns>Bytes written. A CR at the end waits for the next piece.</returns>
    public int Convert(ReadOnlySpan<byte> piece, Span<byte> to)
    {
        var written = 0;
        while (!piece.IsEmpty)
        {
            if (pendingReturn && piece[0] != '\n')
            {
                to[written++] = (byte)'\r';
            }

            pendingReturn = false;
            var plain = piece.IndexOf((byte)'\r');
            var length = plain < 0 ? piece.Length : plain;
            piece[..length].CopyTo(to[written..]);
            written += length;
            pendingReturn = plain >= 0;
            piece = piece[(pendingReturn ? length + 1 : length)..];
        }

        return written;
    }

    /// <summary>Writes what still waits.</summary>
    public int Complete(Span<byte> to)
    {
        if (!pendingReturn)
        {
            return 0;
        }

        (to[0], pendingReturn) = ((byte)'\r', false);
        return 1;
    }
}
