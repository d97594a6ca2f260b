// Rebuilds the structural extract of Azure DevOps' API that the tests of MlGate.Publishing hold client and fake to.
//   npm pack azure-devops-node-api@17.0.1 && tar xzf azure-devops-node-api-17.0.1.tgz
//   dotnet run eng/azure-contract.cs -- package tests/MlGate.FakeServers/Contract
// Microsoft's own client states what each call takes and answers, and which words an enumeration has. Its addresses it asks of the server:
// those below are the documented ones.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

if (args is not [var package, var target])
{
    Console.Error.WriteLine("usage: dotnet run eng/azure-contract.cs -- <unpacked azure-devops-node-api> <folder>");
    return 3;
}

const string Pull = "/{organization}/{project}/_apis/git/repositories/{repositoryId}/pullRequests/{pullRequestId}";
(string Path, string Verb, string Class, string Method)[] used =
[
    ("/{organization}/_apis/connectionData", "get", "LocationsApi", "getConnectionData"),
    (Pull, "get", "GitApi", "getPullRequest"),
    (Pull + "/iterations", "get", "GitApi", "getPullRequestIterations"),
    (Pull + "/threads", "get", "GitApi", "getThreads"),
    (Pull + "/threads", "post", "GitApi", "createThread"),
    (Pull + "/threads/{threadId}", "patch", "GitApi", "updateThread"),
    (Pull + "/threads/{threadId}/comments/{commentId}", "patch", "GitApi", "updateComment"),
    (Pull + "/threads/{threadId}/comments/{commentId}", "delete", "GitApi", "deleteComment"),
    (Pull + "/statuses", "get", "GitApi", "getPullRequestStatuses"),
    (Pull + "/statuses", "post", "GitApi", "createPullRequestStatus"),
];

var interfaces = new Dictionary<string, (string? Base, string Body)>(StringComparer.Ordinal);
var words = new Dictionary<string, string[]>(StringComparer.Ordinal);

// One name may stand for different things in different parts of the service: these are the parts that are spoken with, and what they build
// on.
foreach (
    var part in (string[])
        ["GitInterfaces", "LocationsInterfaces", "IdentitiesInterfaces", "CoreInterfaces", "common/VSSInterfaces", "GraphInterfaces"]
)
{
    var file = Path.Combine(package, "interfaces", part + ".d.ts");
    var text = Regex.Replace(File.ReadAllText(file), @"/\*.*?\*/", "", RegexOptions.Singleline);
    foreach (
        Match match in Regex.Matches(
            text,
            @"^export interface (\w+)(?: extends ([\w.]+))? \{(.*?)^\}",
            RegexOptions.Singleline | RegexOptions.Multiline
        )
    )
    {
        interfaces.TryAdd(match.Groups[1].Value, (match.Groups[2].Success ? Last(match.Groups[2].Value) : null, match.Groups[3].Value));
    }

    foreach (
        Match match in Regex.Matches(
            File.ReadAllText(file[..^5] + ".js"),
            @"^ {4}(\w+): \{\s*enumValues: \{(.*?)\}",
            RegexOptions.Singleline | RegexOptions.Multiline
        )
    )
    {
        words.TryAdd(match.Groups[1].Value, [.. Regex.Matches(match.Groups[2].Value, "\"(\\w+)\":").Select(word => word.Groups[1].Value)]);
    }
}

var reached = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
var paths = new JsonObject();
foreach (var (path, verb, type, method) in used)
{
    var declaration = Regex.Match(
        File.ReadAllText(Path.Combine(package, type + ".d.ts")),
        $@"^    {method}\((.*?)\): Promise<(.*?)>;",
        RegexOptions.Multiline
    );
    var body = verb is "post" or "patch" ? Schema(declaration.Groups[1].Value.Split(',')[0].Split(':')[1].Trim()) : null;
    var answer = declaration.Groups[2].Value;

    // The client unwraps lists.
    var result =
        answer == "void" ? null
        : !answer.EndsWith("[]", StringComparison.Ordinal) ? Schema(answer)
        : new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("count", "value"),
            ["properties"] = new JsonObject { ["count"] = Schema("number"), ["value"] = Schema(answer) },
        };
    paths[path] ??= new JsonObject();
    paths[path]![verb] = new JsonObject
    {
        ["query"] = new JsonObject { ["api-version"] = new JsonObject { ["type"] = "string" } },
        ["body"] = body,
        ["responses"] = new JsonObject { ["200"] = result },
    };
}

var definitions = new JsonObject(reached.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
var extract = new JsonObject { ["paths"] = paths, ["definitions"] = definitions };
File.WriteAllText(
    Path.Combine(target, "azure.json"),
    extract.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n"
);
File.Copy(Path.Combine(package, "LICENSE"), Path.Combine(target, "LICENSE-azure-devops-node-api"), overwrite: true);
Console.WriteLine($"{used.Length} calls, {reached.Count} schemas");
return 0;

JsonNode Schema(string type)
{
    if (type.EndsWith("[]", StringComparison.Ordinal))
    {
        return new JsonObject { ["type"] = "array", ["items"] = Schema(type[..^2]) };
    }

    var name = Last(type);
    switch (name)
    {
        case "string" or "Date":
            return new JsonObject { ["type"] = "string" };
        case "number":
            return new JsonObject { ["type"] = "number" };
        case "boolean":
            return new JsonObject { ["type"] = "boolean" };
    }

    if (!words.ContainsKey(name) && !interfaces.ContainsKey(name))
    {
        return new JsonObject();
    }

    if (reached.TryAdd(name, null))
    {
        reached[name] = words.TryGetValue(name, out var values) && !interfaces.ContainsKey(name) ? Enumeration(values) : Object(name);
    }

    return new JsonObject { ["$ref"] = "#/definitions/" + name };
}

static JsonNode Enumeration(string[] values) =>
    new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };

JsonNode Object(string name)
{
    var properties = new JsonObject();
    for (var at = name; at is not null && interfaces.TryGetValue(at, out var found); at = found.Base)
    {
        foreach (Match match in Regex.Matches(found.Body, @"^ {4}(\w+)\??: (.+?);$", RegexOptions.Multiline))
        {
            properties.TryAdd(match.Groups[1].Value, Nullable(Schema(match.Groups[2].Value)));
        }

        foreach (Match match in Regex.Matches(found.Body, @"^ {4}(\w+)\??: \{\s*\[key: \w+\]: (.+?);", RegexOptions.Multiline))
        {
            properties.TryAdd(match.Groups[1].Value, new JsonObject { ["type"] = "object" });
        }
    }

    return new JsonObject
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["additionalProperties"] = false,
    };
}

// Every property may be left out or null; what is there has its type.
static JsonNode Nullable(JsonNode schema)
{
    if (schema["type"] is { } type)
    {
        schema["type"] = new JsonArray(type.DeepClone(), "null");
    }

    return schema["$ref"] is null ? schema : new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, schema) };
}

static string Last(string name) => name.Split('.')[^1];
