using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace MlGate.FakeServers.Contract;

/// <summary>Holds a client's requests and a fake's answers to what a service says of its own API.</summary>
internal sealed class ServerContract
{
    private readonly ConcurrentDictionary<string, JsonSchema> schemas = new(StringComparer.Ordinal);

    private ServerContract(string file) =>
        Document = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contract", file)))!;

    public static ServerContract GitHub { get; } = new("github.json");

    public static ServerContract Azure { get; } = new("azure.json");

    public JsonNode Document { get; }

    public JsonNode Definition(string name) => Document["definitions"]![name]!;

    public void CheckRequest(FakeCall call)
    {
        var (template, operation) = Find(call);
        Assert.All(call.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')), pair =>
            CheckParameter(operation["query"]![pair[0]], pair, $"{call.Method} {template}")
        );
        if (operation["body"] is { } body)
        {
            Check($"{call.Method} {template} request", body, call.Body?.ToJsonString() ?? "null");
        }
    }

    public void CheckAnswer(FakeCall call, int status, string answer)
    {
        if (status >= 300)
        {
            return;
        }

        var (template, operation) = Find(call);
        var responses = operation["responses"]!.AsObject();
        Assert.True(responses.ContainsKey($"{status}"), $"{call.Method} {template} does not answer {status}");
        if (responses[$"{status}"] is { } schema)
        {
            Check($"{call.Method} {template} {status}", schema, answer);
        }
        else
        {
            Assert.Empty(answer);
        }
    }

    private (string Template, JsonNode Operation) Find(FakeCall call)
    {
        var parts = ("/" + call.Path).Split('/');
        var found = Document["paths"]!
            .AsObject()
            .Where(path => path.Value![call.Method.ToLowerInvariant()] is not null && Fits(path.Key.Split('/'), parts))
            .ToList();
        var only = Assert.Single(found);
        return (only.Key, only.Value![call.Method.ToLowerInvariant()]!);
    }

    private static bool Fits(string[] template, string[] parts) =>
        template.Length == parts.Length
        && template.Zip(parts).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);

    private void CheckParameter(JsonNode? schema, string[] pair, string place)
    {
        Assert.True(schema is not null, $"{place} has no parameter {pair[0]}");
        var value = Uri.UnescapeDataString(pair[1]);
        Check($"{place} ?{pair[0]}", schema, (string?)schema["type"] == "integer" ? value : JsonValue.Create(value).ToJsonString());
    }

    private void Check(string place, JsonNode schema, string json)
    {
        var errors = schemas.GetOrAdd(place, _ => Load(schema)).Validate(json);
        Assert.True(errors.Count == 0, $"{place}: {string.Join("; ", errors.Select(error => $"{error.Path} {error.Kind}"))}");
    }

    private JsonSchema Load(JsonNode schema)
    {
        var document = new JsonObject
        {
            ["allOf"] = new JsonArray(schema.DeepClone()),
            ["definitions"] = Document["definitions"]!.DeepClone(),
        };
        return JsonSchema.FromJsonAsync(document.ToJsonString()).GetAwaiter().GetResult();
    }
}
