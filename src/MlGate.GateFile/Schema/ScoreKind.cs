using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>Score columns: one, or one per class.</summary>
internal sealed class ScoreKind : Kind<IReadOnlyList<Named<string>>>
{
    /// <summary>The name under which a single column stands.</summary>
    public const string Single = "";

    private static readonly TextKind Column = new("the name of a column") { OfData = true };
    private static readonly NamedKind<string> PerClass = new("class", Column) { OfData = true };

    public override string Describe => "the name of a column, or a map from class to column";

    public override JsonObject Schema() => OneOf(Column.Schema(), PerClass.Schema());

    public override bool TryRead(GateNode node, Spot spot, ReadContext context, [NotNullWhen(true)] out IReadOnlyList<Named<string>>? value)
    {
        if (node is MapNode)
        {
            return PerClass.TryRead(node, spot, context, out value);
        }

        value = Column.TryRead(node, spot, context, out var column) ? [new Named<string>(Single, column, spot.Id, spot.Key)] : null;
        return value is not null;
    }
}
