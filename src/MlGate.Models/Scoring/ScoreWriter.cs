using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace MlGate.Models.Scoring;

/// <summary>
/// Writes a file of scores: <c>MLGSCOR1</c>, length of the JSON header (int32), columns (int32), rows (int64), the JSON header, then rows ×
/// columns
/// float64, row-major; all little-endian. The rows are −1 until the file is complete.
/// </summary>
internal sealed class ScoreWriter : IDisposable
{
    private readonly FileStream stream;
    private readonly int columns;
    private readonly int headerBytes;
    private long rows;

    /// <summary>Opens a new file and writes its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">The header as far as it is known.</param>
    /// <param name="room">Bytes by which the header may grow until the end.</param>
    public ScoreWriter(string path, ScoreHeader header, int room = 0)
    {
        columns = header.Columns;
        stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        var json = JsonSerializer.SerializeToUtf8Bytes(header, ScoringJson.Default.ScoreHeader);
        headerBytes = json.Length + room;
        var start = new byte[ScoreFile.FixedBytes];
        ScoreFile.Magic.CopyTo(start);
        BinaryPrimitives.WriteInt32LittleEndian(start.AsSpan(8), headerBytes);
        BinaryPrimitives.WriteInt32LittleEndian(start.AsSpan(12), columns);
        BinaryPrimitives.WriteInt64LittleEndian(start.AsSpan(16), -1);
        stream.Write(start);
        WriteHeader(json);
    }

    /// <summary>Adds whole rows.</summary>
    public void Append(ReadOnlySpan<double> values)
    {
        rows += values.Length / columns;
        stream.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Says that all rows are there.</summary>
    /// <param name="count">Rows; needed where no model has columns.</param>
    /// <param name="header">The header as it is at the end; null if nothing of it changed.</param>
    public void Complete(long count, ScoreHeader? header = null)
    {
        if (columns > 0 && rows != count)
        {
            throw new InvalidOperationException("Rows are missing.");
        }

        stream.Flush();
        if (header is not null)
        {
            stream.Position = ScoreFile.FixedBytes;
            WriteHeader(JsonSerializer.SerializeToUtf8Bytes(header, ScoringJson.Default.ScoreHeader));
        }

        stream.Position = 16;
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, count);
        stream.Write(bytes);
        stream.Flush(flushToDisk: false);
    }

    // JSON may end in blanks: they keep the room for what is known only at the end.
    private void WriteHeader(byte[] json)
    {
        if (json.Length > headerBytes)
        {
            throw new InvalidOperationException("The header outgrew its room.");
        }

        var padded = new byte[headerBytes];
        padded.AsSpan(json.Length).Fill((byte)' ');
        json.CopyTo(padded, 0);
        stream.Write(padded);
    }

    public void Dispose() => stream.Dispose();
}
