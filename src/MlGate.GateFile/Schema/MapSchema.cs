using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A map with keys that the format defines.</summary>
/// <param name="name">Its name in the schema and on the page: <c>dataset</c>.</param>
/// <param name="keys">All keys.</param>
internal sealed class MapSchema(string name, params KeyDefinition[] keys) : ValueSchema<MapValue>
{
    private readonly Dictionary<string, KeyDefinition> byName = keys.ToDictionary(key => key.Name, StringComparer.Ordinal);

    public string Name => name;

    public IReadOnlyList<KeyDefinition> Keys => keys;

    /// <summary>
    /// The key that a plain value in the place of the map is meant for; null for the one required key, if there is just one.
    /// </summary>
    public KeyDefinition? MainKey { get; init; }

    public override string Describe => $"a map ({name})";

    public override IEnumerable<MapSchema> Maps => [this];

    public override JsonObject ToJsonSchema() => new() { ["$ref"] = "#/definitions/" + name };

    public override bool TryRead(GateNode node, SourceSpan spot, ReadContext context, [NotNullWhen(true)] out MapValue? value)
    {
        value = null;
        if (node is not MapNode map)
        {
            if (node is not RefusedNode)
            {
                var fix =
                    node is ScalarNode { IsNull: true } ? "Write its keys, or {} for none"
                    : node is ScalarNode scalar
                    && (MainKey is { } main ? [main] : keys.Where(key => key.Required).Take(2).ToList()) is [var only]
                        ? $"Write {{ {only.Name}: {PrintableText.From(scalar.Text, most: 60)} }}"
                    : null;
                context.Problems.Add(
                    Diagnostics.WrongType,
                    spot.Id,
                    node.Place,
                    node.Describe(),
                    "a map with keys: " + string.Join(", ", byName.Keys),
                    fix
                );
            }

            return false;
        }

        var entries = new Dictionary<string, ReadValue<object>>(StringComparer.Ordinal);
        var misspelt = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            var id = spot.Id.Child(entry.Key);
            if (!byName.TryGetValue(entry.Key, out var key))
            {
                context.Problems.Add(
                    Diagnostics.UnknownKey,
                    id,
                    entry.Place,
                    $"unknown key {PrintableText.Quote(entry.Key)}",
                    "one of " + string.Join(", ", byName.Keys),
                    FixFor(entry.Key)
                );
                misspelt.UnionWith(
                    Spelling.Nearest(entry.Key, [.. byName.Keys]) is { } near ? [near] : Synonyms.For(entry.Key, [.. byName.Keys])
                );
            }
            else if (key.Kind.TryReadObject(entry.Value, new SourceSpan(id, entry.Place), context, out var read))
            {
                entries.Add(entry.Key, new ReadValue<object>(read, id, entry.Place, entry.Value.Place, BriefNodes.Brief(entry.Value)));
            }
        }

        if (context.Whole)
        {
            foreach (var missing in keys.Where(key => key.Required && map.Find(key.Name) is null && !misspelt.Contains(key.Name)))
            {
                context.Problems.Add(
                    Diagnostics.MissingKey,
                    spot.Id.Child(missing.Name),
                    spot.Key,
                    $"no '{missing.Name}'",
                    missing.Kind.Describe,
                    $"Add '{missing.Example}'"
                );
            }
        }

        value = new MapValue(spot.Id, spot.Key, map, this, entries);
        return true;
    }

    // In { min: 0,7 } the comma ends a value, and 7 is a key.
    private string? FixFor(string word) =>
        word.Length > 0 && word.All(char.IsAsciiDigit)
            ? "Write decimals with '.': a comma ends the value"
            : Spelling.FixFor(word, [.. byName.Keys]);
}
