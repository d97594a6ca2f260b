using MlGate.Gates;

namespace MlGate.Data.Tables;

/// <summary>Builds a <see cref="TypedTable"/> row by row.</summary>
internal sealed class TableBuilder
{
    private readonly TableColumn?[] columns;
    private readonly List<int> lengths = [];
    private readonly long most;
    private int at = TableColumn.VectorLength;

    /// <param name="types">Per column of the data its type, null for one that is not kept.</param>
    /// <param name="most">Most bytes that may be held.</param>
    public TableBuilder(IReadOnlyList<ColumnType?> types, long most)
    {
        columns = [.. types.Select(type => type is null ? null : TableColumn.Create(type.Value))];
        this.most = most;
    }

    /// <summary>Is there more than may be held? Then nothing is held any more.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Bytes that are held.</summary>
    public long Size => columns.Sum(column => column?.Size ?? 0);

    /// <summary>The column at a position of the data; null for one that is not kept.</summary>
    public TableColumn? this[int column] => columns[column];

    /// <summary>Place of the current row in its vector.</summary>
    public int At => at;

    /// <summary>Begins a row, or the same one again.</summary>
    public void BeginRow()
    {
        if (at < TableColumn.VectorLength || IsFull)
        {
            return;
        }

        if (Size > most)
        {
            GiveUp();
            return;
        }

        at = 0;
        lengths.Add(0);
        foreach (var column in columns)
        {
            column?.Begin();
        }
    }

    /// <summary>The row is complete.</summary>
    public void EndRow()
    {
        if (!IsFull)
        {
            at++;
            lengths[^1] = at;
        }
    }

    /// <summary>Keeps a column no longer.</summary>
    public void Drop(int column) => columns[column] = null;

    /// <summary>Holds nothing any more.</summary>
    public void GiveUp()
    {
        IsFull = true;
        Array.Clear(columns);
        lengths.Clear();
    }

    /// <summary>The table of what some builders have built, one below the other; null if one of them is full.</summary>
    public static TypedTable? Join(IReadOnlyList<TableBuilder> parts)
    {
        if (parts.Count == 0 || parts.Any(part => part.IsFull))
        {
            return null;
        }

        var columns = new TableColumn?[parts[0].columns.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            if (parts.All(part => part.columns[column] is not null))
            {
                columns[column] = TableColumn.Create(parts[0].columns[column]!.Type);
                foreach (var part in parts)
                {
                    columns[column]!.Append(part.columns[column]!);
                }
            }
        }

        return new TypedTable(columns, [.. parts.SelectMany(part => part.lengths)]);
    }
}
