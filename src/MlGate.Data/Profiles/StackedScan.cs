using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Data.Sources;

namespace MlGate.Data.Profiles;

/// <summary>A column of a wide table as one of several that are stacked: its SQL names no column of the table.</summary>
/// <param name="Index">Its position in the table.</param>
/// <param name="Column">The column in the stack.</param>
internal sealed record StackedColumn(int Index, TypedColumn Column)
{
    /// <summary>What is asked for.</summary>
    public AggregateQuery Query { get; set; } = new();

    /// <summary>What differs from column to column in it: the values of <see cref="NumericStatistics.Names"/>; null for nothing.</summary>
    public double[]? Values { get; set; }

    /// <summary>The column of a stack that stands for one of a table.</summary>
    public static StackedColumn From(SourceColumn column, Gates.ColumnGate? gate)
    {
        var alone = new SourceColumn(0, column.Name, column.StoredAs)
        {
            Shapes = column.Shapes,
            Marks = column.Marks,
            HasOwnType = column.HasOwnType,
            Climbs = column.Climbs,
        };
        return new StackedColumn(column.Index, TypedColumn.From(alone, gate));
    }
}

/// <summary>Aggregates of all columns of a wide table. The engine pays for every aggregate of every column, however few the rows are;
/// stacked upon each other, columns that are asked for the same are one column, grouped by where each value comes from.</summary>
internal sealed class StackedScan
{
    // What is computed of a stack is held in memory.
    private const long StackBytes = 8 << 20;
    private static readonly SourceColumn Number = new(1, "", "INTEGER");

    private readonly EngineSession session;
    private readonly bool asStored;
    private readonly CancellationToken cancel;
    private readonly Dictionary<int, Stack> stackOf;

    private StackedScan(EngineSession session, Dictionary<int, Stack> stackOf, bool asStored, CancellationToken cancel) =>
        (this.session, this.stackOf, this.asStored, this.cancel) = (session, stackOf, asStored, cancel);

    /// <summary>Stacks all columns that are read alike; null if that is not possible, or not worth it.</summary>
    /// <param name="session">May read the data.</param>
    /// <param name="source">The data.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="asStored">Is the SQL that is asked for over the column as it is stored, and not over its text and value?</param>
    /// <param name="cancel">Stops the reading.</param>
    public static StackedScan? Over(
        EngineSession session,
        DataSource source,
        IReadOnlyList<StackedColumn> columns,
        bool asStored,
        CancellationToken cancel
    )
    {
        if (source.Wide is not { HasSmallParts: true } wide || columns.Count == 0)
        {
            return null;
        }

        var most = (int)Math.Max(1, StackBytes / wide.BytesOfColumn);
        var stacks = columns.GroupBy(column => Key(column.Column), StringComparer.Ordinal).SelectMany(alike => alike.Chunk(most)).ToList();
        var locations = wide.Stack([.. stacks.Select(stack => stack.Select(column => column.Index).Order().ToList())]);
        if (locations is null)
        {
            return null;
        }

        var stackOf = new Dictionary<int, Stack>();
        foreach (var (at, stack) in stacks.Index())
        {
            var stacked = new Stack(DataOf(source, wide, locations[at], stack[0].Column.Column), stack.Length);
            foreach (var column in stack)
            {
                stackOf[column.Index] = stacked;
            }
        }

        return new StackedScan(session, stackOf, asStored, cancel);
    }

    /// <summary>Fills the sheets of columns; those without rows stay empty.</summary>
    public void Fill(IEnumerable<StackedColumn> columns)
    {
        foreach (var alike in columns.GroupBy(column => (stackOf[column.Index], column.Query.Select)))
        {
            Fill(alike.Key.Item1, [.. alike]);
        }
    }

    /// <summary>The rows of a query over columns that are stacked alike.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="sql">Makes the query from the table expression, whose <c>n</c> is the number of a value's column.</param>
    public IEnumerable<DuckDB.NET.Data.DuckDBDataReader> Rows(IEnumerable<StackedColumn> columns, Func<string, string> sql)
    {
        foreach (var alike in columns.GroupBy(column => stackOf[column.Index]))
        {
            foreach (var row in session.Rows(sql(From(alike.Key, [.. alike])), cancel))
            {
                yield return row;
            }
        }
    }

    private void Fill(Stack stack, List<StackedColumn> columns)
    {
        var byNumber = columns.ToDictionary(column => column.Index);
        foreach (var row in session.Rows($"SELECT n, {columns[0].Query.Select} FROM {From(stack, columns)} GROUP BY n", cancel))
        {
            var values = new object?[row.FieldCount - 1];
            for (var at = 0; at < values.Length; at++)
            {
                values[at] = row.IsDBNull(at + 1) ? null : row.GetValue(at + 1);
            }

            byNumber[row.GetInt32(0)].Query.Fill(values);
        }
    }

    private string From(Stack stack, List<StackedColumn> columns)
    {
        var all = asStored
            ? $"(SELECT {Number.Sql} AS n, {columns[0].Column.Column.Sql} FROM {stack.Data.From})"
            : TypedColumn.Relation(stack.Data, [columns[0].Column], Number.Sql + " AS n", wholeRows: true);
        if (columns[0].Values is null)
        {
            return columns.Count == stack.Columns
                ? all
                : $"{all} SEMI JOIN (SELECT unnest({Sql.List(columns.Select(column => Sql.Number(column.Index)))}) AS n) USING (n)";
        }

        var rows = columns.Select(column => $"({Sql.Number(column.Index)}, {string.Join(", ", column.Values!.Select(Text))})");
        var values = NumericStatistics.Names.Select(name => $"{name}::DOUBLE AS {name}");
        var table = $"(VALUES {string.Join(", ", rows)}) AS v(n, {string.Join(", ", NumericStatistics.Names)})";
        return $"{all} JOIN (SELECT n, {string.Join(", ", values)} FROM {table}) USING (n)";
    }

    // As a text: a number of the engine's SQL need not be a double.
    private static string Text(double value) => Sql.Text(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

    private static DataSource DataOf(DataSource source, WideText wide, string location, SourceColumn column) =>
        MarkedSource.From(
            source with
            {
                Columns = [column, Number],
                Wide = null,
                WithQuotes = null,
                Reading = (types, _) => wide.ReadingStacked(location, types.GetValueOrDefault(0)),
            },
            [column, Number]
        );

    private sealed class Stack(DataSource data, int columns)
    {
        public DataSource Data => data;

        public int Columns => columns;
    }

    // Equal for columns that one SQL reads.
    private static string Key(TypedColumn column) =>
        string.Join(
            '\n',
            [
                column.TextSql,
                column.ValueSql,
                column.ReadAs ?? column.Column.Shapes.ToString(),
                .. column.Column.Marks.Order(StringComparer.Ordinal),
            ]
        );
}
