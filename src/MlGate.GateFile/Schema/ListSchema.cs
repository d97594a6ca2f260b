using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A list of values of one kind. Values that are wrong are reported and left out.</summary>
internal sealed class ListSchema<T>(string noun, ValueSchema<T> item) : ValueSchema<IReadOnlyList<ListEntry<T>>>
    where T : notnull
{
    /// <summary>Must no value repeat?</summary>
    public bool Distinct { get; init; }

    /// <summary>Fewest items.</summary>
    public int Fewest { get; init; } = 1;

    public override string Describe => "a list of " + noun;

    public override IEnumerable<MapSchema> Maps => item.Maps;

    public override JsonObject ToJsonSchema()
    {
        var schema = new JsonObject
        {
            ["type"] = "array",
            ["items"] = item.ToJsonSchema(),
            ["minItems"] = Fewest,
        };
        if (Distinct)
        {
            schema["uniqueItems"] = true;
        }

        return schema;
    }

    public override bool TryRead(
        GateNode node,
        SourceSpan spot,
        ReadContext context,
        [NotNullWhen(true)] out IReadOnlyList<ListEntry<T>>? value
    )
    {
        value = null;
        if (node is not ListNode list)
        {
            if (node is not RefusedNode)
            {
                var fix = node is ScalarNode { IsNull: false } single ? $"Write [{PrintableText.From(single.Text)}]" : null;
                context.Problems.Add(Diagnostics.WrongType, spot.Id, node.Place, node.Describe(), Describe, fix);
            }

            return false;
        }

        if (list.Items.Count < Fewest)
        {
            context.Problems.Add(
                Diagnostics.OutOfRange,
                spot.Id,
                list.Place,
                list.Items.Count switch
                {
                    0 => "an empty list",
                    1 => "a list of one item",
                    var count => FormattableString.Invariant($"a list of {count} items"),
                },
                Describe + (Fewest == 1 ? " with at least one item" : FormattableString.Invariant($" with at least {Fewest} items")),
                list.Items.Count == 0 ? "Remove the key" : "Add an item, or remove the list"
            );
            return false;
        }

        var items = new List<ListEntry<T>>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < list.Items.Count; index++)
        {
            var id = spot.Id.At(index);
            var place = list.Items[index].Place;
            if (!item.TryRead(list.Items[index], new SourceSpan(id, place), context, out var read))
            {
                continue;
            }

            if (Distinct && read is string text && !known.Add(text))
            {
                context.Problems.Add(
                    Diagnostics.DuplicateKey,
                    id,
                    place,
                    PrintableText.Quote(text) + ", a duplicate item",
                    "unique items",
                    "Remove one of them"
                );
                continue;
            }

            items.Add(new ListEntry<T>(read, id, place));
        }

        value = items;
        return true;
    }
}

/// <summary>One item of a list.</summary>
internal sealed record ListEntry<T>(T Value, CheckId Id, FilePlace Place);
