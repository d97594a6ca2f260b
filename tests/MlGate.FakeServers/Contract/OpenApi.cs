using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MlGate.FakeServers.Contract;

/// <summary>The extract of GitHub's description as an OpenAPI document, for programs that read no other form.</summary>
internal static partial class OpenApi
{
    public static string Of(JsonNode extract)
    {
        var paths = new JsonObject();
        foreach (var (path, verbs) in extract["paths"]!.AsObject())
        {
            var item = new JsonObject
            {
                ["parameters"] = new JsonArray([
                    .. Name()
                        .Matches(path)
                        .Select(match => Parameter(match.Groups[1].Value, "path", new JsonObject { ["type"] = "string" })),
                ]),
            };
            foreach (var (verb, operation) in verbs!.AsObject())
            {
                item[verb] = Operation(operation!);
            }

            paths[path] = item;
        }

        // GraphQL has a description of its own; here it only has to pass.
        paths["/graphql"] = new JsonObject
        {
            ["post"] = Operation(
                new JsonObject
                {
                    ["body"] = new JsonObject { ["type"] = "object" },
                    ["responses"] = new JsonObject { ["200"] = new JsonObject { ["type"] = "object" } },
                }
            ),
        };
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "GitHub, what MlGate uses of it", ["version"] = "1" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = extract["definitions"]!.DeepClone() },
        };
        return document.ToJsonString().Replace("#/definitions/", "#/components/schemas/", StringComparison.Ordinal);
    }

    private static JsonObject Operation(JsonNode operation)
    {
        var responses = new JsonObject { ["default"] = new JsonObject { ["description"] = "a refusal" } };
        foreach (var (status, schema) in operation["responses"]!.AsObject())
        {
            responses[status] = schema is null
                ? new JsonObject { ["description"] = "done" }
                : new JsonObject { ["description"] = "done", ["content"] = Json(schema) };
        }

        var made = new JsonObject
        {
            ["parameters"] = new JsonArray([
                .. (operation["query"]?.AsObject() ?? []).Select(query => Parameter(query.Key, "query", query.Value!.DeepClone())),
            ]),
            ["responses"] = responses,
        };
        if (operation["body"] is { } body)
        {
            made["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Json(body) };
        }

        return made;
    }

    private static JsonObject Parameter(string name, string place, JsonNode schema) =>
        new()
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = place == "path",
            ["schema"] = schema,
        };

    private static JsonObject Json(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema.DeepClone() } };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();
}
