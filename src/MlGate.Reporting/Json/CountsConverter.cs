using System.Text.Json;
using System.Text.Json.Serialization;
using MlGate.Findings;

namespace MlGate.Reporting.Json;

/// <summary>Findings per outcome. Every outcome is written, zeros too: a script that asks for one always gets a number.</summary>
internal sealed class CountsConverter : JsonConverter<IReadOnlyDictionary<Outcome, int>>
{
    public override IReadOnlyDictionary<Outcome, int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var counts = new SortedDictionary<Outcome, int>();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!NameConverter<Outcome>.TryParse(reader.GetString(), out var outcome))
            {
                throw new JsonException();
            }

            if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var count) || count < 0)
            {
                throw new JsonException();
            }

            counts[outcome] = count;
        }

        return counts.Count == Enum.GetValues<Outcome>().Length
            ? counts.Where(pair => pair.Value > 0).ToDictionary()
            : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<Outcome, int> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            writer.WriteNumber(NameConverter<Outcome>.NameOf(outcome), value.GetValueOrDefault(outcome));
        }

        writer.WriteEndObject();
    }
}
