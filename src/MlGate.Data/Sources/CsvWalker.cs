using System.Buffers;

namespace MlGate.Data.Sources;

/// <summary>What is wrong with the structure of delimited text.</summary>
internal enum CsvFault
{
    None,
    Ragged,
    QuoteNotClosed,
    TextAfterQuote,
    RowTooLarge,
    MixedLineEnds,
}

/// <summary>A place in delimited text.</summary>
/// <param name="Fault">What is wrong there.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Row">Data row, from 1; 0 for the header.</param>
/// <param name="Field">Field, from 1.</param>
internal readonly record struct CsvPlace(CsvFault Fault, long Line, long Row, int Field);

/// <summary>Walks delimited text byte by byte to say where it breaks. Slow, so it runs only when something was found to be wrong.</summary>
internal sealed class CsvWalker(byte delimiter, int fields)
{
    private long line = 1;
    private long row;
    private long rowBytes;
    private int field = 1;
    private bool quoted;
    private bool closed;
    private bool fieldEmpty = true;
    private bool rowEmpty = true;
    private (long Line, long Row, int Field) quote;
    private LineEnd lineEnd;
    private bool returned;

    /// <summary>The first structural fault; or, without one, the place of the byte at an offset, or of the end.</summary>
    public static CsvPlace Find(string path, byte delimiter, int fields, long stopAt, CancellationToken cancel)
    {
        var walker = new CsvWalker(delimiter, fields);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            long offset = 0;
            byte previous = 0;
            for (int read; (read = stream.Read(buffer, 0, 1 << 16)) > 0; )
            {
                cancel.ThrowIfCancellationRequested();
                for (var i = 0; i < read; i++, offset++)
                {
                    if (offset == stopAt)
                    {
                        return walker.Here(CsvFault.None);
                    }

                    if (offset < 3 && buffer[i] is 0xEF or 0xBB or 0xBF)
                    {
                        continue;
                    }

                    var fault = walker.Step(buffer[i], previous);
                    previous = buffer[i];
                    if (fault != CsvFault.None)
                    {
                        return walker.Here(fault);
                    }
                }
            }

            return walker.quoted && !walker.closed
                ? new CsvPlace(CsvFault.QuoteNotClosed, walker.quote.Line, walker.quote.Row, walker.quote.Field)
                : walker.Here(walker.rowEmpty ? CsvFault.None : walker.Ragged());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Another kind of line end shows when its row is over.
    private CsvPlace Here(CsvFault fault) =>
        fault == CsvFault.MixedLineEnds ? new(fault, line - 1, row - 1, field) : new(fault, line, row, field);

    private CsvFault Step(byte value, byte previous)
    {
        if (++rowBytes > TextCaps.Row)
        {
            return CsvFault.RowTooLarge;
        }

        if (returned && value != '\n')
        {
            returned = false;
            if (LineEndIs(LineEnd.Return) is var mixed && mixed != CsvFault.None)
            {
                return mixed;
            }
        }

        if (quoted && !closed)
        {
            closed = value == '"';
            line += value == '\n' || (previous == '\r' && value != '\n') ? 1 : 0;
            return CsvFault.None;
        }

        if (value == '"' && closed)
        {
            closed = false;
            return CsvFault.None;
        }

        if (value == delimiter)
        {
            field++;
            (quoted, closed, fieldEmpty, rowEmpty) = (false, false, true, false);
            return CsvFault.None;
        }

        if (value is (byte)'\n' or (byte)'\r')
        {
            return EndLine(value, previous);
        }

        if (closed)
        {
            return CsvFault.TextAfterQuote;
        }

        if (value == '"' && fieldEmpty)
        {
            quoted = true;
            quote = (line, row, field);
        }

        (fieldEmpty, rowEmpty) = (false, false);
        return CsvFault.None;
    }

    // CR LF is one end: its LF comes when the row is over already.
    private CsvFault EndLine(byte value, byte previous)
    {
        if (value == '\n' && previous == '\r')
        {
            returned = false;
            rowBytes = 0;
            return LineEndIs(LineEnd.Both);
        }

        var fault = rowEmpty && fields > 1 ? CsvFault.None : Ragged();
        if (fault != CsvFault.None)
        {
            return fault;
        }

        row += rowEmpty && fields > 1 ? 0 : 1;
        line++;
        (field, rowBytes, quoted, closed, fieldEmpty, rowEmpty) = (1, 0, false, false, true, true);
        returned = value == '\r';
        return returned ? CsvFault.None : LineEndIs(LineEnd.Feed);
    }

    private CsvFault LineEndIs(LineEnd kind)
    {
        var mixed = lineEnd != LineEnd.Unknown && lineEnd != kind;
        lineEnd = kind;
        return mixed ? CsvFault.MixedLineEnds : CsvFault.None;
    }

    // A delimiter after the last field is no field: the engine takes it so too.
    private CsvFault Ragged() => field == fields || (field == fields + 1 && fieldEmpty) ? CsvFault.None : CsvFault.Ragged;

    private enum LineEnd
    {
        Unknown,
        Feed,
        Return,
        Both,
    }
}
