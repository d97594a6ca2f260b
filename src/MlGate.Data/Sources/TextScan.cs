using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace MlGate.Data.Sources;

/// <summary>What a whole file of text must not have, found at the speed of memory before an engine sees it.</summary>
internal enum TextFault
{
    None,
    Nul,
    NotUtf8,
    RowTooLarge,
}

internal static class TextScan
{
    private const int Chunk = 1 << 20;
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    /// <summary>
    /// The first fault of a file and the offset of its byte; and whether some lines end in CR LF and others in LF, wherever they stand.
    /// </summary>
    public static (TextFault Fault, long Offset, bool HasMixedLineEnds) First(string path, CancellationToken cancel)
    {
        var ends = default(LineEndCounts);
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk + 4);
        try
        {
            long offset = 0,
                rowStart = 0;
            var kept = 0;
            while (true)
            {
                cancel.ThrowIfCancellationRequested();
                var read = RandomAccess.Read(file, buffer.AsSpan(kept, Chunk), offset + kept);
                var span = buffer.AsSpan(0, kept + read);
                if (span.IsEmpty)
                {
                    return (TextFault.None, 0, ends.AreMixed);
                }

                if (FaultIn(span, offset, last: read == 0, ref rowStart, out var valid) is { Fault: not TextFault.None } fault)
                {
                    return (fault.Fault, fault.Offset, false);
                }

                ends.Add(span[..valid]);

                // A character that the buffer's end cuts is judged with the next one.
                span[valid..].CopyTo(buffer);
                kept = span.Length - valid;
                offset += valid;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static (TextFault Fault, long Offset) FaultIn(Span<byte> span, long offset, bool last, ref long rowStart, out int valid)
    {
        valid = Utf8.IsValid(span) ? span.Length : FirstInvalid(span);
        var nul = span[..valid].IndexOf((byte)0);
        if (nul >= 0)
        {
            return (TextFault.Nul, offset + nul);
        }

        if (valid < span.Length && (last || span.Length - valid >= 4 || !IsCut(span[valid..])))
        {
            return (TextFault.NotUtf8, offset + valid);
        }

        var first = span[..valid].IndexOfAny(LineEnds);
        if ((first < 0 ? offset + valid : offset + first) - rowStart > TextCaps.Row)
        {
            return (TextFault.RowTooLarge, rowStart);
        }

        rowStart = first < 0 ? rowStart : offset + span[..valid].LastIndexOfAny(LineEnds) + 1;
        return default;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> span)
    {
        // Halves the range: validity is a matter of prefixes, give or take a cut character.
        var at = 0;
        while (span.Length - at > 64)
        {
            var half = at + ((span.Length - at) / 2);
            while (half > at && (span[half] & 0xC0) == 0x80)
            {
                half--;
            }

            if (half == at || !Utf8.IsValid(span[at..half]))
            {
                span = half == at ? span[..(at + 64)] : span[..half];
            }
            else
            {
                at = half;
            }
        }

        while (at < span.Length && Rune.DecodeFromUtf8(span[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private struct LineEndCounts
    {
        private long feeds;
        private long pairs;
        private bool endsInReturn;

        public readonly bool AreMixed => pairs > 0 && pairs < feeds;

        public void Add(ReadOnlySpan<byte> text)
        {
            if (text.IsEmpty)
            {
                return;
            }

            feeds += text.Count((byte)'\n');
            pairs += (endsInReturn && text[0] == '\n' ? 1 : 0) + text.Count("\r\n"u8);
            endsInReturn = text[^1] == '\r';
        }
    }

    private static bool IsCut(ReadOnlySpan<byte> rest) => Rune.DecodeFromUtf8(rest, out _, out _) == OperationStatus.NeedMoreData;
}
