// Rebuilds the structural extract of GitHub's API that the tests of MlGate.Publishing hold client and fake to.
//   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz
//   dotnet run eng/github-contract.cs -- package tests/MlGate.FakeServers/Contract
// Only the paths that are used, with the schemas that they reach; no descriptions, no examples.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

if (args is not [var package, var target])
{
    Console.Error.WriteLine("usage: dotnet run eng/github-contract.cs -- <unpacked @octokit/openapi> <folder>");
    return 3;
}

(string Path, string[] Verbs)[] used =
[
    ("/repos/{owner}/{repo}/pulls", ["get"]),
    ("/repos/{owner}/{repo}/pulls/{pull_number}", ["get"]),
    ("/repos/{owner}/{repo}/git/commits/{commit_sha}", ["get"]),
    ("/repos/{owner}/{repo}/issues/{issue_number}/comments", ["get", "post"]),
    ("/repos/{owner}/{repo}/issues/comments/{comment_id}", ["patch", "delete"]),
    ("/repos/{owner}/{repo}/compare/{basehead}", ["get"]),
    ("/repos/{owner}/{repo}/commits/{ref}/statuses", ["get"]),
    ("/repos/{owner}/{repo}/statuses/{sha}", ["post"]),
    ("/repos/{owner}/{repo}/commits/{ref}/check-runs", ["get"]),
    ("/repos/{owner}/{repo}/check-runs", ["post"]),
    ("/repos/{owner}/{repo}/check-runs/{check_run_id}", ["patch"]),
    ("/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts", ["get"]),
    ("/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", ["get"]),
];

var source = JsonNode.Parse(File.ReadAllText(Path.Combine(package, "generated", "api.github.com.json")))!;
var about = JsonNode.Parse(File.ReadAllText(Path.Combine(package, "package.json")))!;
var reached = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
var paths = new JsonObject();
foreach (var (path, verbs) in used)
{
    var item = new JsonObject();
    foreach (var verb in verbs)
    {
        item[verb] = Operation(source["paths"]![path]![verb]!);
    }

    paths[path] = item;
}

var schemas = new JsonObject(reached.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value)));
var extract = new JsonObject { ["paths"] = paths, ["definitions"] = schemas };
File.WriteAllText(
    Path.Combine(target, "github.json"),
    extract.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n"
);
var (version, license) = (about["version"], about["license"]);
File.WriteAllText(
    Path.Combine(target, "README.md"),
    $"""
    # GitHub's contract

    `github.json` is a structural extract of `{about[
        "name"
    ]}` {version}, generated/api.github.com.json ({license}, see `LICENSE-octokit-openapi`):
    only the paths that MlGate uses, without descriptions and examples. `eng/github-contract.cs` rebuilds it.

    """.ReplaceLineEndings(
        "\n"
    )
);
File.Copy(Path.Combine(package, "LICENSE"), Path.Combine(target, "LICENSE-octokit-openapi"), overwrite: true);
Console.WriteLine($"{used.Length} paths, {reached.Count} schemas");
return 0;

JsonObject Operation(JsonNode operation)
{
    var responses = new JsonObject();
    foreach (var (status, response) in operation["responses"]!.AsObject().Where(pair => pair.Key[0] == '2'))
    {
        responses[status] = Schema(Resolve(response!)["content"]?["application/json"]?["schema"]);
    }

    return new JsonObject
    {
        ["query"] = new JsonObject(
            (operation["parameters"]?.AsArray() ?? [])
                .Select(parameter => Resolve(parameter!))
                .Where(parameter => (string)parameter["in"]! == "query")
                .Select(parameter => KeyValuePair.Create((string)parameter["name"]!, Schema(parameter["schema"])))
        ),
        ["body"] = Schema(operation["requestBody"]?["content"]?["application/json"]?["schema"]),
        ["responses"] = responses,
    };
}

JsonNode Resolve(JsonNode node) =>
    (string?)node["$ref"] is { } reference ? reference.Split('/')[1..].Aggregate(source, (at, part) => at[part]!) : node;

// The keywords that restrict, as JSON Schema has them: `nullable` of OpenAPI 3.0 becomes a type.
JsonNode? Schema(JsonNode? schema)
{
    if (schema is null)
    {
        return null;
    }

    if ((string?)schema["$ref"] is { } reference)
    {
        var name = reference.Split('/')[^1];
        if (reached.TryAdd(name, new JsonObject()))
        {
            reached[name] = Schema(source["components"]!["schemas"]![name])!;
        }

        return new JsonObject { ["$ref"] = "#/definitions/" + name };
    }

    var kept = new JsonObject();
    foreach (var key in (string[])["type", "required", "enum", "maxLength", "minLength", "maxItems", "minItems", "maximum", "minimum"])
    {
        if (schema[key] is { } value)
        {
            kept[key] = value.DeepClone();
        }
    }

    foreach (var key in (string[])["allOf", "anyOf", "oneOf"])
    {
        if (schema[key] is JsonArray choices)
        {
            kept[key] = new JsonArray([.. choices.Select(Schema)]);
        }
    }

    if (schema["items"] is { } items)
    {
        kept["items"] = Schema(items);
    }

    if (schema["properties"] is JsonObject properties)
    {
        kept["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, Schema(property.Value))));
    }

    if (schema["additionalProperties"] is { } more)
    {
        kept["additionalProperties"] = more is JsonObject ? Schema(more) : more.DeepClone();
    }

    if ((bool?)schema["nullable"] != true)
    {
        return kept;
    }

    if (kept["type"] is not { } type)
    {
        return new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, kept) };
    }

    kept["type"] = new JsonArray(type.DeepClone(), "null");
    if (kept["enum"] is JsonArray values && !values.Contains(null))
    {
        values.Add(null);
    }

    return kept;
}
