using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A column's <c>missing</c>: a map, or its list of marks alone.</summary>
internal sealed class MissingSchema(MapSchema map, KeyDefinition<IReadOnlyList<ListEntry<string>>> marks) : ValueSchema<MapValue>
{
    public override string Describe => $"{map.Describe}, or {marks.Kind.Describe}";

    public override IEnumerable<MapSchema> Maps => [map];

    public override JsonObject ToJsonSchema() => OneOf(map.ToJsonSchema(), marks.Kind.ToJsonSchema());

    /// <summary>The list as the map that it stands for, so that it can be merged with a policy's map.</summary>
    public static MapNode Expand(ListNode list) => new([new MapEntry(ColumnKeys.MissingMarks.Name, list.Place, list)], list.Place);

    public override bool TryRead(GateNode node, SourceSpan spot, ReadContext context, [NotNullWhen(true)] out MapValue? value) =>
        map.TryRead(node is ListNode list ? Expand(list) : node, spot, context, out value);
}
