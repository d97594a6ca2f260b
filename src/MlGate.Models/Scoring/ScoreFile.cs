using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using MlGate.Platform;

namespace MlGate.Models.Scoring;

/// <summary>A file of scores, read with distrust: every length is checked before a byte of the matrix is taken.</summary>
internal sealed record ScoreFile(ScoreHeader Header, int Rows, double[] Matrix)
{
    /// <summary>Bytes before the JSON header.</summary>
    public const int FixedBytes = 24;

    private const int LargestHeader = 1 << 20;
    private const int MostClasses = 10_000;

    /// <summary>First bytes.</summary>
    public static ReadOnlySpan<byte> Magic => "MLGSCOR1"u8;

    /// <summary>Reads a file; null if it is not a complete, sound one.</summary>
    public static ScoreFile? Read(string path)
    {
        try
        {
            using var stream = RegularFile.OpenRead(path, long.MaxValue);
            var start = new byte[FixedBytes];
            if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) != start.Length || !start.AsSpan().StartsWith(Magic))
            {
                return null;
            }

            var jsonLength = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(8));
            var columns = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(12));
            var rows = BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(16));
            if (
                jsonLength is <= 0 or > LargestHeader
                || columns is < 0 or > 2 * MostClasses
                || rows is < 0 or > int.MaxValue
                || rows * columns > Array.MaxLength
                || stream.Length != FixedBytes + jsonLength + (rows * columns * sizeof(double))
            )
            {
                return null;
            }

            var json = new byte[jsonLength];
            stream.ReadExactly(json);
            if (
                JsonSerializer.Deserialize(json, ScoringJson.Default.ScoreHeader) is not { Schema: ScoreHeader.CurrentSchema } header
                || !IsSound(header, columns)
            )
            {
                return null;
            }

            var matrix = new double[rows * columns];
            stream.ReadExactly(MemoryMarshal.AsBytes(matrix.AsSpan()));
            return new ScoreFile(header, (int)rows, matrix);
        }
        catch (Exception problem)
            when (problem is JsonException or EndOfStreamException or FileNotFoundException or OverflowException or UnsafeFileException)
        {
            return null;
        }
    }

    /// <summary>One model's columns as a file of its own.</summary>
    public ScoreFile Only(string name)
    {
        var first = Header.Models.TakeWhile(model => model.Name != name).Sum(model => model.Width);
        var model = Header.Models.Single(model => model.Name == name);
        if (model.Width == Header.Columns)
        {
            return this with { Header = Header with { Models = [model] } };
        }

        var values = new double[(long)Rows * model.Width];
        for (var row = 0; row < Rows; row++)
        {
            Matrix.AsSpan((row * Header.Columns) + first, model.Width).CopyTo(values.AsSpan(row * model.Width));
        }

        return new ScoreFile(Header with { Models = [model] }, Rows, values);
    }

    /// <summary>Writes the file.</summary>
    public void Write(string path)
    {
        using var writer = new ScoreWriter(path, Header);
        if (Header.Columns > 0)
        {
            writer.Append(Matrix);
        }

        writer.Complete(Rows);
    }

    private static bool IsSound(ScoreHeader header, int columns) =>
        header.Models.Count is 1 or 2
        && header.Models.All(model =>
            model is { Columns: >= 0 and <= MostClasses }
            && (model.Classes.Count == 0 || model.Classes.Count == model.Columns)
            && (model.Problem is null) == (model.Columns > 0)
            && (model.Columns > 0 || !model.Decides)
        )
        && header.Columns == columns;
}
