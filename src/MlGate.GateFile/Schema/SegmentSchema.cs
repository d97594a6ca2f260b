using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>A way to part rows: a column, a column with edges of bins, or a list of these for their combinations.</summary>
internal sealed class SegmentSchema : ValueSchema<SegmentColumns>
{
    private static readonly TextSchema Column = new("the name of a column") { OfData = true };
    private static readonly ListSchema<double> Edges = new("ascending numbers", new NumberSchema(NumberRange.Any));
    private static readonly NamedEntriesSchema<IReadOnlyList<ListEntry<double>>> Bins = new("column", Edges) { OfData = true };

    public override string Describe => "a column, a map from one column to the edges of its bins, or a list of these for combinations";

    public override JsonObject ToJsonSchema()
    {
        var bins = Bins.ToJsonSchema();
        (bins["minProperties"], bins["maxProperties"]) = (1, 1);
        var one = OneOf(Column.ToJsonSchema(), bins);
        return OneOf(
            Column.ToJsonSchema(),
            bins.DeepClone(),
            new JsonObject
            {
                ["type"] = "array",
                ["items"] = one,
                ["minItems"] = 1,
            }
        );
    }

    public override bool TryRead(GateNode node, SourceSpan spot, ReadContext context, [NotNullWhen(true)] out SegmentColumns? value)
    {
        value = null;
        IReadOnlyList<GateNode> nodes = node is ListNode list ? list.Items : [node];
        var columns = new List<SegmentColumn>();
        foreach (var (index, item) in nodes.Index())
        {
            if (ReadColumn(item, node is ListNode ? spot with { Id = spot.Id.At(index) } : spot, context) is not { } column)
            {
                return false;
            }

            columns.Add(column);
        }

        if (columns.Count == 0 || columns.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count() < columns.Count)
        {
            context.Problems.Add(
                Diagnostics.OutOfRange,
                spot.Id,
                node.Place,
                columns.Count == 0 ? "an empty list" : "the same column twice",
                "different columns",
                "Name each column once"
            );
            return false;
        }

        value = new SegmentColumns(columns, node.Place);
        return true;
    }

    private static SegmentColumn? ReadColumn(GateNode node, SourceSpan spot, ReadContext context)
    {
        if (node is not MapNode)
        {
            return Column.TryRead(node, spot, context, out var name) ? new SegmentColumn(name, []) : null;
        }

        if (!Bins.TryRead(node, spot, context, out var bins) || bins is not [var (column, edges, id, place)])
        {
            if (bins is { Count: not 1 })
            {
                context.Problems.Add(
                    Diagnostics.OutOfRange,
                    spot.Id,
                    node.Place,
                    "a map of several columns",
                    "one column with its edges",
                    "Write a list, one column each"
                );
            }

            return null;
        }

        List<double> values = [.. edges.Select(edge => edge.Value)];
        if (values.Zip(values.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            context.Problems.Add(Diagnostics.OutOfRange, id, place, "edges that do not ascend", "ascending numbers", "Sort them");
            return null;
        }

        return new SegmentColumn(column, values);
    }
}
