using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A map whose keys are names that the user chooses, all values of one kind.</summary>
/// <param name="noun">What is named: <c>dataset</c>.</param>
/// <param name="item">The kind of the values.</param>
internal sealed class NamedEntriesSchema<T>(string noun, ValueSchema<T> item) : ValueSchema<IReadOnlyList<NamedEntry<T>>>
    where T : notnull
{
    /// <summary>Are the names ours to restrict, or those of columns in data?</summary>
    public bool OfData { get; init; }

    /// <summary>The names that exist; null for any.</summary>
    public IReadOnlyList<string>? Known { get; init; }

    public override string Describe => $"a map from the name of a {noun} to {item.Describe}";

    public override IEnumerable<MapSchema> Maps => item.Maps;

    public override JsonObject ToJsonSchema()
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (Known is not null)
        {
            schema["properties"] = new JsonObject(Known.Select(name => KeyValuePair.Create(name, (JsonNode?)item.ToJsonSchema())));
            schema["additionalProperties"] = false;
            return schema;
        }

        if (OfData)
        {
            schema["additionalProperties"] = item.ToJsonSchema();
            return schema;
        }

        // Not propertyNames: readers of draft 4 skip it in silence.
        schema["patternProperties"] = new JsonObject { [Identifier.Pattern] = item.ToJsonSchema() };
        schema["additionalProperties"] = false;
        return schema;
    }

    public override bool TryRead(
        GateNode node,
        SourceSpan spot,
        ReadContext context,
        [NotNullWhen(true)] out IReadOnlyList<NamedEntry<T>>? value
    )
    {
        value = null;
        if (node is not MapNode map)
        {
            if (node is not RefusedNode)
            {
                context.Problems.Add(
                    Diagnostics.WrongType,
                    spot.Id,
                    node.Place,
                    node.Describe(),
                    Describe,
                    node is ScalarNode { IsNull: true } ? "Write a value, or remove the key" : null
                );
            }

            return false;
        }

        var named = new List<NamedEntry<T>>();
        foreach (var entry in map.Entries)
        {
            var id = spot.Id.Child(entry.Key);
            if (NameIsWrong(entry, id, context))
            {
                continue;
            }

            if (item.TryRead(entry.Value, new SourceSpan(id, entry.Place), context, out var read))
            {
                named.Add(new NamedEntry<T>(entry.Key, read, id, entry.Place));
            }
        }

        value = named;
        return true;
    }

    private bool NameIsWrong(MapEntry entry, CheckId id, ReadContext context)
    {
        if (Known is not null && !Known.Contains(entry.Key))
        {
            context.Problems.Add(
                Diagnostics.UnknownKey,
                id,
                entry.Place,
                $"{PrintableText.Quote(entry.Key)} is not the name of a {noun}",
                "one of " + string.Join(", ", Known),
                Spelling.FixFor(entry.Key, Known)
            );
            return true;
        }

        if (Known is null && (OfData ? entry.Key.Length is 0 or > Identifier.MaxColumnLength : !Identifier.IsValid(entry.Key)))
        {
            context.Problems.Add(
                Diagnostics.OutOfRange,
                id,
                entry.Place,
                PrintableText.Quote(entry.Key) + $" as the name of a {noun}",
                OfData ? "1 to 256 characters" : Identifier.Describe,
                OfData ? null : Identifier.FixFor(entry.Key)
            );
            return true;
        }

        return false;
    }
}

/// <summary>One named value.</summary>
internal sealed record NamedEntry<T>(string Name, T Value, CheckId Id, FilePlace Place);
