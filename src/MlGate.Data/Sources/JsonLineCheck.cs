using System.Buffers;
using System.Text.Json;

namespace MlGate.Data.Sources;

/// <summary>Finds lines of JSON lines that are not one object each.</summary>
internal static class JsonLineCheck
{
    private const int Chunk = 1 << 20;
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n"u8);

    /// <summary>
    /// The number of the first line that does not begin with <c>{</c>; null if every line does. Empty lines do not count as wrong.
    /// </summary>
    public static long? FirstNotObject(string path, CancellationToken cancel) =>
        First(path, wholeLines: false, line => line[0] != '{', cancel);

    /// <summary>
    /// The number of the first line that is not one JSON object; null if every line is. Slow: for files that the engine refused.
    /// </summary>
    public static long? FirstInvalid(string path, CancellationToken cancel) =>
        First(path, wholeLines: true, line => !IsObject(line), cancel);

    private static bool IsObject(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = 1_000 });
            reader.Read();
            var isObject = reader.TokenType == JsonTokenType.StartObject;
            while (reader.Read()) { }

            return isObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private delegate bool IsWrong(ReadOnlySpan<byte> line);

    // Lines come without the blanks before them. A line that the buffer's end cuts is looked at with the next bytes where its whole text is
    // needed.
    private static long? First(string path, bool wholeLines, IsWrong isWrong, CancellationToken cancel)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = new byte[wholeLines ? TextCaps.Row + Chunk : Chunk];
        var (offset, kept, line, inside) = (0L, 0, 1L, false);
        for (int read; (read = RandomAccess.Read(file, buffer.AsSpan(kept), offset)) > 0 || kept > 0; )
        {
            cancel.ThrowIfCancellationRequested();
            var text = buffer.AsSpan(0, kept + read);
            if (offset == 0 && text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            {
                text = text[3..];
            }

            offset += read;
            kept = 0;
            while (!text.IsEmpty)
            {
                var end = text.IndexOf((byte)'\n');
                if (end < 0 && wholeLines && read > 0 && text.Length <= TextCaps.Row)
                {
                    kept = text.Length;
                    text.CopyTo(buffer);
                    break;
                }

                var own = text[..(end < 0 ? text.Length : end)];
                var start = inside ? -1 : own.IndexOfAnyExcept(Blanks);
                if (start >= 0 && isWrong(own[start..]))
                {
                    return line;
                }

                inside = end < 0 && (inside || start >= 0);
                line += end < 0 ? 0 : 1;
                text = end < 0 ? default : text[(end + 1)..];
            }
        }

        return null;
    }
}
