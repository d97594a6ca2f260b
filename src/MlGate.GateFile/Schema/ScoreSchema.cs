using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>Score columns: one, or one per class.</summary>
internal sealed class ScoreSchema : ValueSchema<IReadOnlyList<NamedEntry<string>>>
{
    /// <summary>The name under which a single column stands.</summary>
    public const string Single = "";

    private static readonly TextSchema Column = new("the name of a column") { OfData = true };
    private static readonly NamedEntriesSchema<string> PerClass = new("class", Column) { OfData = true };

    public override string Describe => "the name of a column, or a map from class to column";

    public override JsonObject ToJsonSchema() => OneOf(Column.ToJsonSchema(), PerClass.ToJsonSchema());

    public override bool TryRead(
        GateNode node,
        SourceSpan spot,
        ReadContext context,
        [NotNullWhen(true)] out IReadOnlyList<NamedEntry<string>>? value
    )
    {
        if (node is MapNode)
        {
            return PerClass.TryRead(node, spot, context, out value);
        }

        value = Column.TryRead(node, spot, context, out var column) ? [new NamedEntry<string>(Single, column, spot.Id, spot.Key)] : null;
        return value is not null;
    }
}
