using System.Buffers;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>Gives delimited text one kind of line end, which is all that the engine reads. What stands in quotes is kept.</summary>
internal static class LineEnds
{
    private const int Chunk = 1 << 18;

    /// <returns>A copy in the private folder, with LF where a row ends in CR LF.</returns>
    public static ArtifactFile Unify(PrivateFolder folder, ArtifactFile file, char delimiter, CancellationToken cancel)
    {
        var location = folder.NewFile(".csv");
        var buffer = ArrayPool<byte>.Shared.Rent((2 * Chunk) + 1);
        try
        {
            using var source = new FileStream(
                file.Location,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite,
                1,
                FileOptions.SequentialScan
            );
            using var target = new FileStream(location, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1);
            var fields = new Fields((byte)delimiter);
            for (int read; (read = source.Read(buffer, 0, Chunk)) > 0; )
            {
                cancel.ThrowIfCancellationRequested();
                target.Write(buffer, Chunk, fields.Unify(buffer.AsSpan(0, read), buffer.AsSpan(Chunk, Chunk + 1)));
            }

            fields.End(target);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return file with
        {
            Location = location,
            Size = new FileInfo(location).Length,
            Written = null,
        };
    }

    private struct Fields(byte delimiter)
    {
        private bool quoted;
        private bool closed;
        private bool started;
        private bool returned;

        // A return is held back until the next byte shows whether a feed follows; one byte held back and one written: never more than were
        // read.
        public int Unify(ReadOnlySpan<byte> text, Span<byte> target)
        {
            var length = 0;
            foreach (var value in text)
            {
                if (returned && value != '\n')
                {
                    target[length++] = (byte)'\r';
                }

                returned = value == '\r' && (!quoted || closed);
                if (!returned)
                {
                    target[length++] = value;
                    See(value);
                }
            }

            return length;
        }

        public readonly void End(Stream target)
        {
            if (returned)
            {
                target.WriteByte((byte)'\r');
            }
        }

        private void See(byte value)
        {
            if (quoted && !closed)
            {
                closed = value == '"';
            }
            else if (value == '"' && (closed || !started))
            {
                (quoted, closed, started) = (true, false, true);
            }
            else if (value == delimiter || value == '\n')
            {
                (quoted, closed, started) = (false, false, false);
            }
            else
            {
                started = true;
            }
        }
    }
}
