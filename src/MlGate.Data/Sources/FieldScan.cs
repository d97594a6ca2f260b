using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace MlGate.Data.Sources;

/// <summary>
/// Sees how all fields of each column are written, at the speed of memory, so that the engine need not hold every value against a pattern.
/// </summary>
/// <remarks>
/// It knows plain text only: one stray quote, one lone carriage return or one row of another length, and it knows nothing, and the patterns
/// decide.
/// </remarks>
internal sealed class FieldScan
{
    private const int Chunk = 1 << 20;
    private const int Cut = -2;
    private const int NotPlain = -1;
    private static readonly int Slack = Vector256<byte>.Count + 1;

    private readonly char delimiter;
    private readonly FieldShapes[] shapes;
    private readonly long[] last;
    private readonly bool[] climbs;
    private readonly byte[][][] marks;
    private readonly bool hasMarks;
    private bool known = true;

    /// <param name="delimiter">Between fields.</param>
    /// <param name="marks">Per column the texts that mean "no value": they are no fields to be seen.</param>
    public FieldScan(char delimiter, IReadOnlyList<IReadOnlyList<string>> marks)
    {
        this.delimiter = delimiter;
        this.marks = [.. marks.Select(texts => texts.Select(Encoding.UTF8.GetBytes).ToArray())];
        hasMarks = this.marks.Any(texts => texts.Length > 0);
        shapes = new FieldShapes[marks.Count];
        last = [.. Enumerable.Repeat(long.MinValue, marks.Count)];
        climbs = [.. Enumerable.Repeat(true, marks.Count)];
    }

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
                    // The last row may lack its line end; a row that fills the buffer is not looked at.
                    known = length < Chunk;
                    buffer[length++] = (byte)'\n';
                }

                var seen = Rows(buffer, buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1, ref header);
                known &= seen >= 0 && (read > 0 || seen == length);
                kept = known ? length - seen : 0;
                buffer.AsSpan(length - kept, kept).CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The bytes of the whole rows at the buffer's start; -1 if they are not plain.
    private int Rows(byte[] buffer, int length, ref bool header)
    {
        var (at, tally) = (0, default(Tally));
        while (at < length)
        {
            var end = Row(buffer, at, length, header, ref tally);
            if (end == Cut)
            {
                break;
            }

            if (end == NotPlain)
            {
                return NotPlain;
            }

            (at, header) = (end, false);
        }

        // A quote or a return where none belongs: the engine may see other rows than these.
        var rows = buffer.AsSpan(0, at);
        return rows.Count((byte)'"') == tally.Quotes && rows.Count((byte)'\r') == tally.Returns ? at : NotPlain;
    }

    private int Row(byte[] buffer, int at, int length, bool header, ref Tally tally)
    {
        var (delimiters, lineEnds) = (Vector256.Create((byte)delimiter), Vector256.Create((byte)'\n'));
        ref var start = ref MemoryMarshal.GetArrayDataReference(buffer);
        var own = tally;
        for (var column = 0; column < shapes.Length; column++)
        {
            var (shape, end, field) = (FieldShapes.Other, at, 0);
            var isLast = column == shapes.Length - 1;
            if (buffer[at] == '"')
            {
                end = AfterQuoted(buffer.AsSpan(0, length), at);
                if (end < 0)
                {
                    return Cut;
                }

                own.Quotes += buffer.AsSpan(at, end - at).Count((byte)'"');
                own.Returns += buffer.AsSpan(at, end - at).Count((byte)'\r');
                field = end - at;
                if (isLast && buffer[end] == '\r')
                {
                    (end, own.Returns) = (end + 1, own.Returns + 1);
                }
            }
            else
            {
                // What stands behind the rows in the buffer is never used: every row has a line end.
                var block = Vector256.LoadUnsafe(ref start, (nuint)at);
                var ends = (Vector256.Equals(block, delimiters) | Vector256.Equals(block, lineEnds)).ExtractMostSignificantBits();
                end = at + (ends != 0 ? BitOperations.TrailingZeroCount(ends) : buffer.AsSpan(at).IndexOfAny((byte)delimiter, (byte)'\n'));
                field = end - at;
                if (isLast && field > 0 && buffer[end - 1] == '\r')
                {
                    (field, own.Returns) = (field - 1, own.Returns + 1);
                }

                shape =
                    ends != 0 && field > 0 && (shapes[column] & FieldShapes.Other) == 0
                        ? FieldShape.Of(block, buffer.AsSpan(at, field))
                        : FieldShapes.Other;
            }

            if (buffer[end] != (isLast ? (byte)'\n' : (byte)delimiter))
            {
                return NotPlain;
            }

            if (!header && field > 0)
            {
                See(column, shape, buffer.AsSpan(at, field));
            }

            at = end + 1;
        }

        tally = own;
        return at;
    }

    // The byte behind the closing quote; -1 if none closes. Two quotes are one that stands for itself.
    private static int AfterQuoted(ReadOnlySpan<byte> text, int at)
    {
        while (true)
        {
            var quote = text[(at + 1)..].IndexOf((byte)'"');
            if (quote < 0)
            {
                return -1;
            }

            at += quote + 2;
            if (at >= text.Length || text[at] != '"')
            {
                return at;
            }
        }
    }

    private void See(int column, FieldShapes shape, ReadOnlySpan<byte> field)
    {
        if (hasMarks && IsMark(marks[column], field))
        {
            return;
        }

        shapes[column] |= shape;
        if (climbs[column])
        {
            var value = long.MinValue;
            climbs[column] = shape == FieldShapes.Integer && Utf8Parser.TryParse(field, out value, out _) && value > last[column];
            last[column] = value;
        }
    }

    private static bool IsMark(byte[][] marks, ReadOnlySpan<byte> field)
    {
        foreach (var mark in marks)
        {
            if (field.SequenceEqual(mark))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Quotes and carriage returns that rows account for.</summary>
    private struct Tally
    {
        public int Quotes;
        public int Returns;
    }
}
