using System.Text.Json.Nodes;

namespace MlGate.FakeServers.Contract;

/// <summary>Fills up an answer with the least that its schema asks for, so that a fake states only what its tests need.</summary>
internal static class Complete
{
    public static JsonObject With(JsonObject stated, string definition)
    {
        Fill(stated, ServerContract.GitHub.Definition(definition));
        return stated;
    }

    private static void Fill(JsonObject stated, JsonNode schema)
    {
        foreach (var name in (schema["required"]?.AsArray() ?? []).Select(name => (string)name!))
        {
            var property = schema["properties"]![name]!;
            if (!stated.ContainsKey(name))
            {
                stated[name] = Least(property);
            }
            else if (stated[name] is JsonObject child && Follow(property) is { } inner)
            {
                Fill(child, inner);
            }
        }
    }

    private static JsonNode? Least(JsonNode schema)
    {
        if (Follow(schema) is not { } followed)
        {
            return null;
        }

        if (followed["enum"] is JsonArray values)
        {
            return values[0]?.DeepClone();
        }

        if (followed["type"] is JsonArray)
        {
            return null;
        }

        switch ((string?)followed["type"])
        {
            case "string":
                return "x";
            case "integer" or "number":
                return 1;
            case "boolean":
                return false;
            case "array":
                return new JsonArray();
            default:
                var filled = new JsonObject();
                Fill(filled, followed);
                return filled;
        }
    }

    // Null for a choice that null satisfies.
    private static JsonNode? Follow(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return Follow(ServerContract.GitHub.Definition(reference.Split('/')[^1]));
        }

        if ((schema["anyOf"] ?? schema["oneOf"] ?? schema["allOf"]) is not JsonArray choices)
        {
            return schema;
        }

        return choices.Any(choice => (string?)choice!["type"] == "null") ? null : Follow(choices[0]!);
    }
}
