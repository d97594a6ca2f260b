using System.Text.Json;
using System.Text.Json.Serialization;
using MlGate.Metrics;

namespace MlGate.Models.Scoring;

/// <summary>A task between processes: its word.</summary>
internal sealed class TaskConverter : JsonConverter<ModelTask>
{
    public override ModelTask Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? ModelTask.Find(reader.GetString()!) : null)
        ?? throw new JsonException("not the word of a task");

    public override void Write(Utf8JsonWriter writer, ModelTask value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key);
}
