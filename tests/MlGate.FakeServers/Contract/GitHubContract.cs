using System.Collections.Concurrent;
using System.Text.Json.Nodes;

using NJsonSchema;

namespace MlGate.FakeServers.Contract;

/// <summary>Holds the client's requests and the fake's answers to GitHub's own description of its API.</summary>
internal static class GitHubContract
{
    private static readonly JsonNode Extract = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contract", "github.json")))!;
    private static readonly ConcurrentDictionary<string, JsonSchema> Schemas = new(StringComparer.Ordinal);

    public static JsonNode Document => Extract;

    public static JsonNode Definition(string name) => Extract["definitions"]![name]!;

    public static void CheckRequest(FakeCall call)
    {
        var (template, operation) = Find(call);
        Assert.All(
            call.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')),
            pair => CheckParameter(operation["query"]![pair[0]], pair, $"{call.Method} {template}"));
        if (operation["body"] is { } body) Check($"{call.Method} {template} request", body, call.Body?.ToJsonString() ?? "null");
    }

    public static void CheckAnswer(FakeCall call, int status, string answer)
    {
        if (status >= 300) return;
        var (template, operation) = Find(call);
        var responses = operation["responses"]!.AsObject();
        Assert.True(responses.ContainsKey($"{status}"), $"{call.Method} {template} does not answer {status}");
        if (responses[$"{status}"] is { } schema) Check($"{call.Method} {template} {status}", schema, answer);
        else Assert.Empty(answer);
    }

    private static (string Template, JsonNode Operation) Find(FakeCall call)
    {
        var parts = ("/" + call.Path).Split('/');
        var found = Extract["paths"]!.AsObject().Where(path => path.Value![call.Method.ToLowerInvariant()] is not null && Fits(path.Key.Split('/'), parts)).ToList();
        var only = Assert.Single(found);
        return (only.Key, only.Value![call.Method.ToLowerInvariant()]!);
    }

    private static bool Fits(string[] template, string[] parts) =>
        template.Length == parts.Length && template.Zip(parts).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);

    private static void CheckParameter(JsonNode? schema, string[] pair, string place)
    {
        Assert.True(schema is not null, $"{place} has no parameter {pair[0]}");
        var value = Uri.UnescapeDataString(pair[1]);
        Check($"{place} ?{pair[0]}", schema, (string?)schema["type"] == "integer" ? value : JsonValue.Create(value).ToJsonString());
    }

    private static void Check(string place, JsonNode schema, string json)
    {
        var errors = Schemas.GetOrAdd(place, _ => Load(schema)).Validate(json);
        Assert.True(errors.Count == 0, $"{place}: {string.Join("; ", errors.Select(error => $"{error.Path} {error.Kind}"))}");
    }

    private static JsonSchema Load(JsonNode schema)
    {
        var document = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["definitions"] = Extract["definitions"]!.DeepClone() };
        return JsonSchema.FromJsonAsync(document.ToJsonString()).GetAwaiter().GetResult();
    }
}
