using MlGate.Data.Sources;
using MlGate.Data.Tables;

namespace MlGate.Data.Columns;

/// <summary>A column of numbers in memory.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">One of its columns, of integers or numbers.</param>
internal sealed record ValuesInMemory(TypedTable Table, TableColumn Column)
{
    /// <summary>The values of a column; null if they are not in memory.</summary>
    public static ValuesInMemory? From(DataSource source, TypedColumn column) =>
        source.Table is { } table
        && column.ReadAs is { } type
        && table.Columns[column.Column.Index] is { } values
        && values.Type == type
        && NumberVectors.Has(values)
            ? new ValuesInMemory(table, values)
            : null;
}
