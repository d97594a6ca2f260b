using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>The columns of the test set that fill one input column of a model: one, or a list for a vector.</summary>
internal sealed class InputColumnsKind : Kind<IReadOnlyList<Item<string>>>
{
    private static readonly TextKind Column = new("the name of a column") { OfData = true };
    private static readonly ListKind<string> Columns = new("columns", Column);

    public override string Describe => "the name of a column, or a list of columns for a vector";

    public override JsonObject Schema() => OneOf(Column.Schema(), Columns.Schema());

    public override bool TryRead(GateNode node, Spot spot, ReadContext context, [NotNullWhen(true)] out IReadOnlyList<Item<string>>? value)
    {
        if (node is ListNode)
        {
            return Columns.TryRead(node, spot, context, out value);
        }

        value = Column.TryRead(node, spot, context, out var column) ? [new Item<string>(column, spot.Id, spot.Key)] : null;
        return value is not null;
    }
}
