using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>A profile as sorted, indented JSON that two versions can be compared by line by line.</summary>
internal static class ProfileText
{
    /// <summary>Part of a profile's key in the cache; goes up with every change of what a profile holds or means.</summary>
    public const int Format = 4;

    /// <summary>One value a line.</summary>
    public static JsonWriterOptions Options =>
        new()
        {
            Indented = true,
            IndentSize = 2,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    public static byte[] Write(DatasetProfile profile)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("columns");
            foreach (var column in profile.Columns)
            {
                Write(json, column);
            }

            json.WriteEndArray();
            json.WriteNumber("format", Format);
            json.WriteNumber("rows", profile.Rows);
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <exception cref="JsonException">The text is no profile of this format.</exception>
    public static DatasetProfile Read(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return root.GetProperty("format").GetInt32() != Format
            ? throw new JsonException("A profile of another format.")
            : new DatasetProfile
            {
                Rows = root.GetProperty("rows").GetInt64(),
                Columns = [.. root.GetProperty("columns").EnumerateArray().Select(Column)],
            };
    }

    private static void Write(Utf8JsonWriter json, ColumnProfile column)
    {
        json.WriteStartObject();
        if (column.Distinct is { } distinct)
        {
            json.WriteNumber("distinct", distinct);
        }

        if (column.IsDistinctEstimated)
        {
            json.WriteBoolean("distinctEstimated", true);
        }

        if (column.Lengths is { } lengths)
        {
            Longs(json, "lengths", [lengths.Min, lengths.Max]);
        }

        json.WriteNumber("missing", column.Missing);
        json.WriteString("name", column.Name);
        if (column.Numbers is { } numbers)
        {
            json.WriteStartObject("numbers");
            json.WriteNumber("max", numbers.Max);
            json.WriteNumber("mean", numbers.Mean);
            json.WriteNumber("min", numbers.Min);
            json.WriteStartArray("quantiles");
            foreach (var quantile in numbers.Quantiles)
            {
                json.WriteNumberValue(quantile);
            }

            json.WriteEndArray();
            json.WriteNumber("standardDeviation", numbers.StandardDeviation);
            json.WriteEndObject();
        }

        json.WriteNumber("present", column.Present);
        json.WriteString("storedAs", column.StoredAs);
        json.WriteStartArray("top");
        foreach (var value in column.Top)
        {
            json.WriteStartObject();
            json.WriteNumber("count", value.Count);
            json.WriteString("value", value.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Longs(Utf8JsonWriter json, string name, IReadOnlyList<long> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static ColumnProfile Column(JsonElement column) =>
        new()
        {
            Name = column.GetProperty("name").GetString()!,
            StoredAs = column.GetProperty("storedAs").GetString()!,
            Present = column.GetProperty("present").GetInt64(),
            Missing = column.GetProperty("missing").GetInt64(),
            Distinct = column.TryGetProperty("distinct", out var distinct) ? distinct.GetInt64() : null,
            IsDistinctEstimated = column.TryGetProperty("distinctEstimated", out var estimated) && estimated.GetBoolean(),
            Numbers = column.TryGetProperty("numbers", out var numbers) ? Numbers(numbers) : null,
            Lengths = column.TryGetProperty("lengths", out var lengths)
                ? new LengthProfile(lengths[0].GetInt64(), lengths[1].GetInt64())
                : null,
            Top =
            [
                .. column
                    .GetProperty("top")
                    .EnumerateArray()
                    .Select(value => new CategoryCount(value.GetProperty("value").GetString()!, value.GetProperty("count").GetInt64())),
            ],
        };

    private static NumberProfile Numbers(JsonElement numbers) =>
        new(
            numbers.GetProperty("min").GetDouble(),
            numbers.GetProperty("max").GetDouble(),
            numbers.GetProperty("mean").GetDouble(),
            numbers.GetProperty("standardDeviation").GetDouble(),
            [.. numbers.GetProperty("quantiles").EnumerateArray().Select(quantile => quantile.GetDouble())]
        );
}
