using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlGate.Data.Sources;

/// <summary>Sees how all fields of each column are written, at the speed of memory, so that the engine need not hold every value against a pattern.</summary>
/// <remarks>It knows plain text only: one quote, a lone carriage return or a row of another length anywhere, and it knows nothing, and the patterns decide.</remarks>
internal sealed class FieldScan(char delimiter, int fields)
{
    private const int Chunk = 1 << 20;
    private static readonly int Slack = Vector256<byte>.Count + 1;

    private readonly FieldShapes[] shapes = new FieldShapes[fields];
    private readonly long[] last = [.. Enumerable.Repeat(long.MinValue, fields)];
    private readonly bool[] climbs = [.. Enumerable.Repeat(true, fields)];
    private bool known = true;

    /// <summary>The shapes of a column's present fields; <see cref="FieldShapes.Other"/> where they are not known.</summary>
    public FieldShapes Shapes(int column) => known ? shapes[column] : FieldShapes.Other;

    /// <summary>Are a column's present fields integers, each larger than the one before?</summary>
    public bool Climbs(int column) => known && climbs[column] && shapes[column] == FieldShapes.Integer;

    /// <summary>Reads the next file.</summary>
    public void Read(string path, CancellationToken cancel)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk + Slack);
        try
        {
            long offset = 0;
            var (kept, header) = (0, true);
            while (known)
            {
                cancel.ThrowIfCancellationRequested();
                var read = RandomAccess.Read(file, buffer.AsSpan(kept, Chunk - kept), offset);
                offset += read;
                var length = kept + read;
                if (length == 0)
                {
                    return;
                }

                if (read == 0)
                {
                    // The last row may lack its line end; a row that fills the buffer is no plain text.
                    known &= length < Chunk;
                    buffer[length++] = (byte)'\n';
                }

                var rows = buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
                known &= IsPlain(buffer, rows, ref header);
                buffer.AsSpan(rows, length - rows).CopyTo(buffer);
                kept = length - rows;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool IsPlain(byte[] buffer, int rows, ref bool header)
    {
        var text = buffer.AsSpan(0, rows);
        if (text.Contains((byte)'"'))
        {
            return false;
        }

        var (at, returns) = (0, 0);
        if (header && rows > 0)
        {
            at = text.IndexOf((byte)'\n') + 1;
            returns = at > 1 && text[at - 2] == '\r' ? 1 : 0;
            header = false;
        }

        while (at < rows)
        {
            if (!Row(buffer, ref at, ref returns))
            {
                return false;
            }
        }

        return text.Count((byte)'\r') == returns;
    }

    private bool Row(byte[] buffer, ref int at, ref int returns)
    {
        var (delimiters, lineEnds) = (Vector256.Create((byte)delimiter), Vector256.Create((byte)'\n'));
        ref var start = ref MemoryMarshal.GetArrayDataReference(buffer);
        for (var column = 0; column < shapes.Length; column++)
        {
            // What stands behind the rows in the buffer is never used: every row has a line end.
            var block = Vector256.LoadUnsafe(ref start, (nuint)at);
            var ends = (Vector256.Equals(block, delimiters) | Vector256.Equals(block, lineEnds)).ExtractMostSignificantBits();
            var length = ends != 0 ? BitOperations.TrailingZeroCount(ends) : buffer.AsSpan(at).IndexOfAny((byte)delimiter, (byte)'\n');
            var end = at + length;
            if ((buffer[end] == '\n') != (column == shapes.Length - 1))
            {
                return false;
            }

            if (column == shapes.Length - 1 && length > 0 && buffer[end - 1] == '\r')
            {
                (length, returns) = (length - 1, returns + 1);
            }

            if ((shapes[column] & FieldShapes.Other) == 0 && length > 0)
            {
                See(column, ends == 0 ? FieldShapes.Other : FieldShape.Of(block, buffer.AsSpan(at, length)), buffer.AsSpan(at, length));
            }

            at = end + 1;
        }

        return true;
    }

    private void See(int column, FieldShapes shape, ReadOnlySpan<byte> field)
    {
        shapes[column] |= shape;
        if (climbs[column])
        {
            var value = long.MinValue;
            climbs[column] = shape == FieldShapes.Integer && Utf8Parser.TryParse(field, out value, out _) && value > last[column];
            last[column] = value;
        }
    }
}
