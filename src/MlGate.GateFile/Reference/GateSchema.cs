using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlGate.GateFile.Schema;

namespace MlGate.GateFile.Reference;

/// <summary>Writes the JSON Schema of the gate file, draft 7, from the table of its keys.</summary>
public static class GateSchema
{
    /// <summary>Where it is published.</summary>
    public const string Id = "https://raw.githubusercontent.com/mlgate/mlgate/main/docs/mlgate.schema.json";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema's text, with LF and a final newline.</summary>
    public static string Write()
    {
        var definitions = new JsonObject();
        foreach (var map in AllMaps(GateKeys.Map).OrderBy(map => map.Name, StringComparer.Ordinal))
        {
            definitions[map.Name] = Definition(map);
        }

        definitions["complete"] = Complete();
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$id"] = Id,
            ["title"] = "Gate file of MlGate, mlgate.yml",
            ["allOf"] = new JsonArray(
                new JsonObject { ["$ref"] = "#/definitions/" + GateKeys.Map.Name },
                new JsonObject
                {
                    ["anyOf"] = new JsonArray(Needs(GateKeys.Extends.Name), new JsonObject { ["$ref"] = "#/definitions/complete" }),
                }
            ),
            ["definitions"] = definitions,
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    /// <summary>A map and all maps inside of it, each once, outermost first.</summary>
    internal static IReadOnlyList<MapSchema> AllMaps(MapSchema root)
    {
        var maps = new List<MapSchema> { root };
        for (var index = 0; index < maps.Count; index++)
        {
            maps.AddRange(maps[index].Keys.SelectMany(key => key.Kind.Maps).Except(maps).ToList());
        }

        return maps;
    }

    private static JsonObject Definition(MapSchema map)
    {
        var properties = new JsonObject();
        foreach (var key in map.Keys)
        {
            var description = new JsonObject { ["description"] = PlainText(key) };

            // In draft 7 whatever stands beside a $ref is not read.
            var value = key.Kind.ToJsonSchema();
            if (value.ContainsKey("$ref"))
            {
                description["allOf"] = new JsonArray(value);
            }
            else
            {
                foreach (var (name, part) in value)
                {
                    description[name] = part?.DeepClone();
                }
            }

            properties[key.Name] = description;
        }

        var definition = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (!PoliciesCover.Contains(map.Name))
        {
            AddRequired(definition, map);
        }

        return definition;
    }

    // What a policy may hold for a file that extends it, so that it is no error to leave it out there.
    private static readonly string[] PoliciesCover = ["gate", "dataset", "column", "missing", "model", "train"];

    /// <summary>A file that extends nothing must hold every required key itself.</summary>
    private static JsonObject Complete()
    {
        var column = Requires(ColumnKeys.Map, (ColumnKeys.Missing.Name, Requires(ColumnKeys.MissingMap)));
        var dataset = Requires(DatasetKeys.Map, (DatasetKeys.Columns.Name, Each(column)));
        var model = Requires(ModelKeys.Map, (ModelKeys.Train.Name, Requires(TrainKeys.Map)));
        return Requires(GateKeys.Map, (GateKeys.Datasets.Name, Each(dataset)), (GateKeys.Models.Name, Each(model)));
    }

    private static JsonObject Requires(MapSchema map, params (string Name, JsonObject Value)[] inner)
    {
        var schema = new JsonObject();
        AddRequired(schema, map);
        if (inner.Length > 0)
        {
            schema["properties"] = new JsonObject(inner.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Value)));
        }

        return schema;
    }

    private static void AddRequired(JsonObject schema, MapSchema map)
    {
        JsonNode[] required = [.. map.Keys.Where(key => key.Required).Select(key => (JsonNode)key.Name)];
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }
    }

    private static JsonObject Each(JsonObject item) => new() { ["additionalProperties"] = item };

    private static JsonObject Needs(string key) => new() { ["required"] = new JsonArray(key) };

    private static string PlainText(KeyDefinition key) =>
        key.Meaning.Replace("`", "'", StringComparison.Ordinal)
        + (key.Default is null ? "" : $" Default: {key.Default}.")
        + $" Example: {key.Example}";
}
