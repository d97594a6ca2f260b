using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>Answers to queries.</summary>
/// <param name="Violations">Per check id what breaks it.</param>
/// <param name="NotUsable">Per check id why it could not be evaluated.</param>
internal sealed record QueryAnswers(IReadOnlyDictionary<string, Violations> Violations, IReadOnlyDictionary<string, NotUsable> NotUsable);

/// <summary>Answers to queries as sorted JSON, for the cache.</summary>
internal static class ViolationsText
{
    public static byte[] Write(QueryAnswers answers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ProfileText.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", ProfileText.Format);
            json.WriteStartObject("notUsable");
            foreach (var (id, problem) in answers.NotUsable.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(id);
                json.WriteBoolean("columnAbsent", problem.IsColumnAbsent);
                json.WriteString("fix", problem.Fix);
                json.WriteString("reason", problem.Reason);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartObject("violations");
            foreach (var (id, found) in answers.Violations.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(id);
                json.WriteNumber("count", found.Count);
                Places(json, found.FirstPlaces);
                Longs(json, "firstRows", found.FirstRows);
                if (found.Note is { } note)
                {
                    json.WriteString("note", note);
                }

                json.WriteNumber("of", found.Of);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <exception cref="JsonException">The text holds no answers of this format.</exception>
    public static QueryAnswers Read(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return root.GetProperty("format").GetInt32() != ProfileText.Format
            ? throw new JsonException("Answers of another format.")
            : new QueryAnswers(
                new SortedDictionary<string, Violations>(
                    root.GetProperty("violations").EnumerateObject().ToDictionary(check => check.Name, check => Found(check.Value)),
                    StringComparer.Ordinal
                ),
                root.GetProperty("notUsable")
                    .EnumerateObject()
                    .ToDictionary(check => check.Name, check => Problem(check.Value), StringComparer.Ordinal)
            );
    }

    private static void Places(Utf8JsonWriter json, IReadOnlyList<RowPlace> places)
    {
        if (places.Count == 0)
        {
            return;
        }

        json.WriteStartArray("firstPlaces");
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteString("file", place.File);
            json.WriteNumber("row", place.Row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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

    private static NotUsable Problem(JsonElement problem) =>
        new(problem.GetProperty("reason").GetString()!, problem.GetProperty("fix").GetString())
        {
            IsColumnAbsent = problem.GetProperty("columnAbsent").GetBoolean(),
        };

    private static Violations Found(JsonElement found) =>
        new(
            found.GetProperty("count").GetInt64(),
            found.GetProperty("of").GetInt64(),
            [.. found.GetProperty("firstRows").EnumerateArray().Select(row => row.GetInt64())],
            found.TryGetProperty("note", out var note) ? note.GetString() : null
        )
        {
            FirstPlaces = found.TryGetProperty("firstPlaces", out var places)
                ?
                [
                    .. places
                        .EnumerateArray()
                        .Select(place => new RowPlace(place.GetProperty("file").GetString()!, place.GetProperty("row").GetInt64())),
                ]
                : [],
        };
}
