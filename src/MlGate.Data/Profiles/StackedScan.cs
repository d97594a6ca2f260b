using System.Globalization;
using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Sources;

namespace MlGate.Data.Profiles;

/// <summary>A column of a wide table as one of several that are stacked: its SQL names no column of the table.</summary>
/// <param name="Index">Its position in the table.</param>
/// <param name="Column">The column in the stack.</param>
internal sealed record StackedColumn(int Index, TypedColumn Column)
{
    /// <summary>What is asked for.</summary>
    public AggregateQuery Query { get; set; } = new(Column.Dialect);

    /// <summary>What differs from column to column in it: the values of <see cref="NumericStatistics.Names"/>; null for nothing.</summary>
    public double[]? Values { get; set; }

    /// <summary>The column of a stack that stands for one of a table.</summary>
    public static StackedColumn From(ISqlDialect dialect, SourceColumn column, Gates.ColumnSchema? declared)
    {
        var alone = new SourceColumn(0, column.Name, column.Stored)
        {
            Shapes = column.Shapes,
            Marks = column.Marks,
            HasOwnType = column.HasOwnType,
            Climbs = column.Climbs,
        };
        return new StackedColumn(column.Index, TypedColumn.From(dialect, alone, declared));
    }
}

/// <summary>Aggregates of all columns of a wide table. The engine pays for every aggregate of every column, however few the rows are;
/// stacked upon each other, columns that are asked for the same are one column, grouped by where each value comes from.</summary>
internal sealed class StackedScan
{
    // What is computed of a stack is held in memory.
    private const long StackBytes = 8 << 20;
    private static readonly SourceColumn Number = new(1, "", new StoredType("", StoredFamily.Integer));

    private readonly ISqlEngine engine;
    private readonly bool asStored;
    private readonly CancellationToken cancel;
    private readonly Dictionary<int, Stack> stackOf;

    private StackedScan(ISqlEngine engine, Dictionary<int, Stack> stackOf, bool asStored, CancellationToken cancel) =>
        (this.engine, this.stackOf, this.asStored, this.cancel) = (engine, stackOf, asStored, cancel);

    /// <summary>Stacks all columns that are read alike; null if that is not possible, or not worth it.</summary>
    /// <param name="engine">May read the data.</param>
    /// <param name="source">The data.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="asStored">Is the SQL that is asked for over the column as it is stored, and not over its text and value?</param>
    /// <param name="cancel">Stops the reading.</param>
    public static StackedScan? Over(
        ISqlEngine engine,
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

        return new StackedScan(engine, stackOf, asStored, cancel);
    }

    /// <summary>Fills the sheets of columns; those without rows stay empty.</summary>
    public async Task FillAsync(IEnumerable<StackedColumn> columns)
    {
        foreach (var alike in columns.GroupBy(column => (stackOf[column.Index], column.Query.Select)))
        {
            await FillAsync(alike.Key.Item1, [.. alike]).ConfigureAwait(false);
        }
    }

    /// <summary>The rows of a query over columns that are stacked alike.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="sql">Makes the query from the table expression, whose <c>n</c> is the number of a value's column.</param>
    public async IAsyncEnumerable<IRow> ReadAsync(IEnumerable<StackedColumn> columns, Func<string, string> sql)
    {
        foreach (var alike in columns.GroupBy(column => stackOf[column.Index]))
        {
            await foreach (var row in engine.ReadAsync(sql(From(alike.Key, [.. alike])), cancel).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }

    private async Task FillAsync(Stack stack, List<StackedColumn> columns)
    {
        var byNumber = columns.ToDictionary(column => column.Index);
        var query = $"SELECT n, {columns[0].Query.Select} FROM {From(stack, columns)} GROUP BY n";
        await foreach (var row in engine.ReadAsync(query, cancel).ConfigureAwait(false))
        {
            byNumber[(int)row.Integer(0)].Query.Fill(row.Values(from: 1));
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
                : $"(SELECT * FROM {all} AS stacked WHERE {Sql.In("n", columns.Select(column => Sql.Number(column.Index)))}) AS chosen";
        }

        // Texts are cast together, which is quicker than to read thousands of casts.
        var rows = columns.Select(column => $"({Sql.Number(column.Index)}, {string.Join(", ", column.Values!.Select(Text))})");
        var values = NumericStatistics.Names.Select(name => $"{engine.Dialect.AsDouble(name)} AS {name}");
        var table = $"(VALUES {string.Join(", ", rows)}) AS v(n, {string.Join(", ", NumericStatistics.Names)})";
        return $"{all} AS stacked JOIN (SELECT n, {string.Join(", ", values)} FROM {table}) AS w USING (n)";
    }

    private string Text(double value) => engine.Dialect.Text(value.ToString("R", CultureInfo.InvariantCulture));

    private static DataSource DataOf(DataSource source, WideText wide, string location, SourceColumn column) =>
        MarkedSource.From(
            source with
            {
                Columns = [column, Number],
                Wide = null,
                WithQuotes = null,
                Reading = (types, _) => wide.ReadingStacked(location, types.TryGetValue(0, out var type) ? type : null),
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
                column.ReadAs is { } type ? $"read as {type}" : $"written as {column.Column.Shapes}",
                .. column.Column.Marks.Order(StringComparer.Ordinal),
            ]
        );
}
