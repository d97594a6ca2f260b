using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>The columns of the test set that fill one input column of a model: one, or a list for a vector.</summary>
internal sealed class InputColumnsSchema : ValueSchema<IReadOnlyList<ListEntry<string>>>
{
    private static readonly TextSchema Column = new("the name of a column") { OfData = true };
    private static readonly ListSchema<string> Columns = new("columns", Column);

    public override string Describe => "the name of a column, or a list of columns for a vector";

    public override JsonObject ToJsonSchema() => OneOf(Column.ToJsonSchema(), Columns.ToJsonSchema());

    public override bool TryRead(
        GateNode node,
        SourceSpan spot,
        ReadContext context,
        [NotNullWhen(true)] out IReadOnlyList<ListEntry<string>>? value
    )
    {
        if (node is ListNode)
        {
            return Columns.TryRead(node, spot, context, out value);
        }

        value = Column.TryRead(node, spot, context, out var column) ? [new ListEntry<string>(column, spot.Id, spot.Key)] : null;
        return value is not null;
    }
}
