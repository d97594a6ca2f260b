using System.Buffers;

namespace MlGate.Data.Sources;

/// <summary>Takes the fields of delimited text, row by row.</summary>
internal interface IFieldTarget
{
    /// <summary>The next field of a row.</summary>
    /// <param name="column">Its column, from 0.</param>
    /// <param name="written">The field as the file has it, with its quotes.</param>
    void Field(int column, ReadOnlySpan<byte> written);

    /// <summary>All fields of a row were given.</summary>
    void EndRow();
}

/// <summary>
/// Reads delimited text (RFC 4180) field by field, without its header; well-formed text only: for any other the engine decides.
/// </summary>
internal sealed class FieldWalk
{
    private const int Chunk = 1 << 20;
    private const int More = -1;
    private const int Fault = -2;
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private readonly SearchValues<byte> ends;
    private readonly byte delimiter;
    private readonly int columns;
    private readonly IFieldTarget target;
    private bool header = true;
    private int column;

    private FieldWalk(byte delimiter, int columns, IFieldTarget target) =>
        (this.delimiter, this.columns, this.target, ends) = (
            delimiter,
            columns,
            target,
            SearchValues.Create([delimiter, (byte)'\n', (byte)'\r'])
        );

    /// <returns>False if some row is not well-formed: what the target took until then is of no use.</returns>
    public static bool Read(string path, char delimiter, int columns, IFieldTarget target, CancellationToken cancel) =>
        new FieldWalk((byte)delimiter, columns, target).Read(path, cancel);

    private bool Read(string path, CancellationToken cancel)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = new byte[Chunk];
        var (offset, kept) = (0L, 0);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var read = RandomAccess.Read(file, buffer.AsSpan(kept), offset);
            var text = buffer.AsSpan(0, kept + read);
            var taken = offset == 0 && text.StartsWith(Mark) ? Mark.Length : 0;
            offset += read;
            var seen = Fields(text[taken..], last: read == 0);
            if (seen == Fault)
            {
                return false;
            }

            if (read == 0)
            {
                return true;
            }

            // A field that the buffer's end cuts is read again with what follows it.
            taken += seen;
            kept = text.Length - taken;
            text[taken..].CopyTo(buffer);
            if (kept == buffer.Length)
            {
                if (kept > TextCaps.Row)
                {
                    return false;
                }

                Array.Resize(ref buffer, 2 * buffer.Length);
            }
        }
    }

    // The bytes of the whole fields at the start of a text.
    private int Fields(ReadOnlySpan<byte> text, bool last)
    {
        var at = 0;
        while (true)
        {
            var rest = text[at..];
            var end = EndOf(rest);
            if (end == More && last)
            {
                // The last row may lack its line end.
                var isWhole = (column == 0 && rest.IsEmpty) || ((!rest.StartsWith((byte)'"') || IsClosed(rest)) && Take(rest) && EndRow());
                return isWhole ? text.Length : Fault;
            }

            if (end < 0)
            {
                return end == More ? at : Fault;
            }

            var isRowEnd = rest[end] != delimiter;
            var length = rest[end] == '\r' ? 2 : 1;
            if (end + length > rest.Length)
            {
                return last ? Fault : at;
            }

            if (length == 2 && rest[end + 1] != '\n')
            {
                return Fault;
            }

            // The engine skips empty lines.
            if (!(isRowEnd && column == 0 && end == 0 && columns > 1) && (!Take(rest[..end]) || (isRowEnd && !EndRow())))
            {
                return Fault;
            }

            at += end + length;
        }
    }

    private int EndOf(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith((byte)'"'))
        {
            return text.IndexOfAny(ends);
        }

        var at = AfterQuoted(text);
        return at == More || at == text.Length ? More
            : ends.Contains(text[at]) ? at
            : Fault;
    }

    private static bool IsClosed(ReadOnlySpan<byte> text) => AfterQuoted(text) == text.Length;

    // The byte behind the closing quote. Two quotes are one that stands for itself.
    private static int AfterQuoted(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (true)
        {
            var quote = text[(at + 1)..].IndexOf((byte)'"');
            if (quote < 0)
            {
                return More;
            }

            at += quote + 2;
            if (at >= text.Length || text[at] != '"')
            {
                return at;
            }
        }
    }

    // A delimiter after the last field is no field: the engine takes it so too.
    private bool Take(ReadOnlySpan<byte> field)
    {
        if (column >= columns)
        {
            return column++ == columns && field.IsEmpty;
        }

        if (!header)
        {
            target.Field(column, field);
        }

        column++;
        return true;
    }

    private bool EndRow()
    {
        var isWhole = column >= columns;
        if (!header)
        {
            target.EndRow();
        }

        (column, header) = (0, false);
        return isWhole;
    }
}
