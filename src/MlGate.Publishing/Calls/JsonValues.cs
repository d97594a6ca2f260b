using System.Text.Json.Nodes;

namespace MlGate.Publishing.Calls;

/// <summary>Reads values of an answer that may hold anything: what is of another kind is not there.</summary>
internal static class JsonValues
{
    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static long? Number(this JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    public static bool Flag(this JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;
}
