using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MlGate.Data.Engines;
using MlGate.Data.Tables;

namespace MlGate.Data.Sources;

/// <summary>Sees how all fields of each column are written in whole rows of a file, and puts them into a table.</summary>
internal sealed class PartScan
{
    private const int Chunk = 1 << 20;
    private const int Cut = -2;
    private const int NotPlain = -1;
    private static readonly int Slack = Vector256<byte>.Count + 1;

    private readonly FieldSettings settings;
    private readonly byte[][][] marks;
    private readonly bool hasMarks;
    private readonly FieldShapes[] shapes;
    private readonly FieldShapes[] accepted;
    private readonly long[] first;
    private readonly long[] last;
    private readonly bool[] climbs;
    private readonly TableBuilder? table;
    private readonly long mostBytes;
    private bool header;

    /// <param name="settings">What is known of the text.</param>
    /// <param name="header">Is the first row the header?</param>
    /// <param name="mostBytes">Most bytes of what is kept.</param>
    public PartScan(FieldSettings settings, bool header, long mostBytes)
    {
        (this.settings, this.header, this.mostBytes) = (settings, header, mostBytes);
        marks = [.. settings.Marks];
        hasMarks = marks.Any(texts => texts.Length > 0);
        shapes = new FieldShapes[settings.Columns];
        first = new long[settings.Columns];
        last = [.. Enumerable.Repeat(long.MinValue, settings.Columns)];
        climbs = [.. Enumerable.Repeat(true, settings.Columns)];
        table = settings.Types is { } types ? new TableBuilder(types, mostBytes) : null;
        accepted = [.. Enumerable.Range(0, settings.Columns).Select(column => FieldShape.OfType(settings.Types?[column]))];
    }

    /// <summary>Are all rows plain text, as far as they were read?</summary>
    public bool IsPlain { get; private set; } = true;

    /// <summary>What the rows hold; null where no table is asked for.</summary>
    public TableBuilder? Table => table;

    /// <summary>The shapes of a column's present fields.</summary>
    public FieldShapes Shapes(int column) => shapes[column];

    /// <summary>The first and the last of a column's present fields where they are integers, each larger than the one before.</summary>
    public (long First, long Last)? Climb(int column) =>
        climbs[column] && shapes[column] is FieldShapes.Integer ? (first[column], last[column]) : null;

    /// <summary>Reads the rows that begin before a byte of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="from">First byte of a row.</param>
    /// <param name="to">The byte behind the last row: the first one of another row, or the end of the file.</param>
    /// <param name="cancel">Stops the reading.</param>
    public void Read(string path, long from, long to, CancellationToken cancel)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk + Slack);
        try
        {
            var (at, kept) = (from, 0);
            while (IsPlain)
            {
                cancel.ThrowIfCancellationRequested();
                var read = RandomAccess.Read(file, buffer.AsSpan(kept, (int)Math.Min(Chunk - kept, to - at)), at);
                at += read;
                var length = kept + read;
                if (length == 0)
                {
                    return;
                }

                if (read == 0)
                {
                    // The last row may lack its line end; a row that fills the buffer is not looked at.
                    IsPlain = length < Chunk;
                    buffer[length++] = (byte)'\n';
                }

                var seen = Rows(buffer, buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1);
                IsPlain &= seen >= 0 && (read > 0 || seen == length);
                kept = IsPlain ? length - seen : 0;
                buffer.AsSpan(length - kept, kept).CopyTo(buffer);
                GiveUpIfTooLarge((double)(to - from) / (at - from));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A table that will not be kept is not begun for long. Half of its blocks may be empty yet.
    private void GiveUpIfTooLarge(double toCome)
    {
        if (table is { IsFull: false } && table.Size * toCome > 2.0 * mostBytes)
        {
            table.GiveUp();
        }
    }

    // The bytes of the whole rows at the buffer's start; -1 if they are not plain.
    private int Rows(byte[] buffer, int length)
    {
        var (at, tally) = (0, default(Tally));
        while (at < length)
        {
            var end = Row(buffer, at, length, ref tally);
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

    // Called for every row from the start on: there is no time to find out that it is worth optimising.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Row(byte[] buffer, int at, int length, ref Tally tally)
    {
        var delimiter = settings.Delimiter;
        var (delimiters, lineEnds) = (Vector256.Create(delimiter), Vector256.Create((byte)'\n'));
        ref var start = ref MemoryMarshal.GetArrayDataReference(buffer);
        var own = tally;
        var rows = header ? null : table;
        rows?.BeginRow();
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
                end = at + (ends != 0 ? BitOperations.TrailingZeroCount(ends) : buffer.AsSpan(at).IndexOfAny(delimiter, (byte)'\n'));
                field = end - at;
                if (isLast && field > 0 && buffer[end - 1] == '\r')
                {
                    (field, own.Returns) = (field - 1, own.Returns + 1);
                }

                shape =
                    ends != 0 && field > 0 && (shapes[column] & FieldShapes.Other) == 0
                        ? FieldShape.Find(block, buffer.AsSpan(at, field))
                        : FieldShapes.Other;
            }

            if (buffer[end] != (isLast ? (byte)'\n' : delimiter))
            {
                return NotPlain;
            }

            if (!header && field > 0)
            {
                var written = buffer.AsSpan(at, field);
                See(column, shape, written);
                if (rows?[column] is { } target)
                {
                    Put(rows, target, column, shape, written);
                }
            }
            else
            {
                rows?[column]?.SetMissing(rows.At);
            }

            at = end + 1;
        }

        rows?.EndRow();
        tally = own;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(TableBuilder rows, TableColumn target, int column, FieldShapes shape, ReadOnlySpan<byte> written)
    {
        if (accepted[column] == FieldShapes.None)
        {
            Unsafe.As<TextColumn>(target).SetWritten(rows.At, written);
        }
        else if ((shape & ~accepted[column]) == 0)
        {
            target.Set(rows.At, written);
        }
        else
        {
            rows.Drop(column);
        }
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
            first[column] = last[column] == long.MinValue ? value : first[column];
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
