using MlGate.Gates;

namespace MlGate.Data.Tables;

/// <summary>A table in memory, in the engine's own layout: it was read and typed once, and is queried as often as it is needed.</summary>
/// <param name="columns">Per column of the data its values; null for one that was not asked for.</param>
/// <param name="lengths">Rows of every vector.</param>
internal sealed class TypedTable(IReadOnlyList<TableColumn?> columns, IReadOnlyList<int> lengths)
{
    /// <summary>The columns by their position in the data.</summary>
    public IReadOnlyList<TableColumn?> Columns => columns;

    /// <summary>Vectors of each column.</summary>
    public int Vectors => lengths.Count;

    /// <summary>Rows of the table.</summary>
    public long Rows { get; } = lengths.Sum(length => (long)length);

    /// <summary>Bytes that are held.</summary>
    public long Size => columns.Sum(column => column?.Size ?? 0);

    /// <summary>Rows of a vector.</summary>
    public int LengthOf(int vector) => lengths[vector];

    /// <summary>Does it hold columns as these types?</summary>
    public bool Has(IEnumerable<(int Index, ColumnType Type)> asked) => asked.All(column => columns[column.Index]?.Type == column.Type);

    /// <summary>The table, and columns of another one where it has none; null if the rows differ.</summary>
    public TypedTable? With(TypedTable other) =>
        lengths.SequenceEqual(other.Lengths) ? new TypedTable([.. columns.Zip(other.Columns, (own, more) => own ?? more)], lengths) : null;

    private IReadOnlyList<int> Lengths => lengths;
}
