using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlGate.Data.Sources;

/// <summary>How fields are written. What is none of these may still be of a type, but only a pattern can tell.</summary>
[Flags]
internal enum FieldShapes
{
    None = 0,

    /// <summary>At most 18 digits, so that they fit into 64 bits; perhaps a minus before them.</summary>
    Integer = 1,

    /// <summary>At most 20 digits, with or without one point; perhaps a minus before them.</summary>
    Number = 2,

    /// <summary><c>0000-00-00</c>: the shape only, the month may be 13.</summary>
    Date = 4,

    /// <summary><c>0000-00-00 00:00:00</c>, or a <c>T</c> for the blank.</summary>
    Moment = 8,

    Other = 16,
}

/// <summary>Sees how all fields of each column are written, at the speed of memory, so that the engine need not hold every value against a pattern.</summary>
/// <remarks>It knows plain text only: one quote, a lone carriage return or a row of another length anywhere, and it knows nothing, and the patterns decide.</remarks>
internal sealed class FieldScan(char delimiter, int fields)
{
    private const int Chunk = 1 << 20;
    private const int MostDigits = 20;
    private const int MostIntegerDigits = 18;
    private const uint DateMarks = 0b1001_0000;
    private const uint MomentMarks = DateMarks | (1 << 10) | (1 << 13) | (1 << 16);
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
                See(column, ends == 0 ? FieldShapes.Other : ShapeOf(block, buffer.AsSpan(at, length)), buffer.AsSpan(at, length));
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

    private static FieldShapes ShapeOf(Vector256<byte> block, ReadOnlySpan<byte> field)
    {
        var digits = Vector256.LessThanOrEqual(block - Vector256.Create((byte)'0'), Vector256.Create((byte)9)).ExtractMostSignificantBits();
        var marks = ~digits & ((1u << field.Length) - 1);
        if (marks == 0)
        {
            return OfDigits(field.Length);
        }

        var sign = field[0] == '-' ? 1 : 0;
        var inside = sign == 1 ? marks & ~1u : marks;
        if (inside == 0)
        {
            return OfDigits(field.Length - 1);
        }

        if (BitOperations.IsPow2(inside) && field[BitOperations.TrailingZeroCount(inside)] == '.')
        {
            return field.Length - sign - 1 is >= 1 and <= MostDigits ? FieldShapes.Number : FieldShapes.Other;
        }

        if ((field.Length == 10 && marks == DateMarks) || (field.Length == 19 && marks == MomentMarks))
        {
            return OfMarks(field);
        }

        return FieldShapes.Other;
    }

    private static FieldShapes OfDigits(int count) => count switch
    {
        >= 1 and <= MostIntegerDigits => FieldShapes.Integer,
        >= 1 and <= MostDigits => FieldShapes.Number,
        _ => FieldShapes.Other,
    };

    private static FieldShapes OfMarks(ReadOnlySpan<byte> field)
    {
        if (field[4] != '-' || field[7] != '-')
        {
            return FieldShapes.Other;
        }

        return field.Length == 10 ? FieldShapes.Date
            : field[10] is (byte)' ' or (byte)'T' && field[13] == ':' && field[16] == ':' ? FieldShapes.Moment
            : FieldShapes.Other;
    }
}
