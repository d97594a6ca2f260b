using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Sources;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>
/// Values, or combinations of values, that must not repeat. Exact; a row with a missing part is not judged. What counts is the rows that
/// repeat an earlier one.
/// </summary>
internal sealed class KeyStatistics
{
    // Beyond so many different repeated values the first rows are no longer looked for.
    private const int Remembered = 1_000_000;
    private const int Shown = 10;
    private readonly string id;
    private readonly IReadOnlyList<TypedColumn> columns;
    private readonly bool known;
    private readonly int judged;
    private readonly int distinct;
    private readonly IReadOnlyList<(int Min, int Max)> ranges;

    public KeyStatistics(AggregateQuery query, string id, IReadOnlyList<TypedColumn> columns)
    {
        (this.id, this.columns) = (id, columns);
        known = columns.Any(column =>
            column.Column.Climbs && column.Type is (ColumnType.Integer or ColumnType.Text or ColumnType.Category)
        );
        judged = query.Add(columns.Count == 1 ? $"count({columns[0].K})" : query.Dialect.CountIf(Complete(columns)));
        distinct = known
            ? judged
            : query.Add(
                columns.Count == 1
                    ? $"count(DISTINCT {columns[0].K})"
                    : query.Dialect.CountDistinct([.. columns.Select(column => column.K)], Complete(columns))
            );
        ranges =
        [
            .. columns.Where(ExactNumbers.CanDiffer).Select(column => (query.Add($"min({column.V})"), query.Add($"max({column.V})"))),
        ];
    }

    public IReadOnlyList<TypedColumn> Columns => columns;

    public async Task<(string Id, Violations Violations)> ReadAsync(
        AggregateQuery query,
        ISqlEngine engine,
        DataSource source,
        CancellationToken cancel
    )
    {
        var of = query.Count(judged);
        var repeated = of - query.Count(distinct);
        if (repeated == 0)
        {
            return (id, new Violations(0, of, []));
        }

        // Beyond 2^53 several integers share a double: only there equal doubles need not be equal values.
        var exact = columns;
        if (ranges.Any(range => ExactNumbers.IsBeyond(query.Number(range.Min)) || ExactNumbers.IsBeyond(query.Number(range.Max))))
        {
            exact = [.. columns.Select(ExactNumbers.For)];
            var distinctKeys = $"SELECT DISTINCT {Keys(exact)} FROM {TypedColumn.Relation(source, exact)} WHERE {Complete(exact)}";
            repeated = of - await engine.CountAsync(distinctKeys, cancel).ConfigureAwait(false);
        }

        return (
            id,
            new Violations(repeated, of, repeated == 0 ? [] : await FirstRowsAsync(exact, engine, source, cancel).ConfigureAwait(false))
        );
    }

    private static string Keys(IReadOnlyList<TypedColumn> columns) => string.Join(", ", columns.Select(column => column.K));

    private static string Complete(IReadOnlyList<TypedColumn> columns) =>
        string.Join(" AND ", columns.Select(column => $"{column.K} IS NOT NULL"));

    private static async Task<List<long>> FirstRowsAsync(
        IReadOnlyList<TypedColumn> columns,
        ISqlEngine engine,
        DataSource source,
        CancellationToken cancel
    )
    {
        var rows = new List<long>();
        if (source.Dialect.RowNumber is not { } number)
        {
            return rows;
        }

        var keys = Keys(columns);
        var all = TypedColumn.Relation(source, columns);
        var again = $"(SELECT {keys} FROM {all} WHERE {Complete(columns)} GROUP BY {keys} HAVING count(*) > 1)";
        var hash = source.Dialect.RowHash(columns.Select(column => source.Dialect.AsText(column.K)));
        var numbered = $"(SELECT {number} AS row, {keys} FROM {all}) AS numbered";
        var seen = new HashSet<UInt128>();
        await foreach (
            var row in engine
                .ReadAsync($"SELECT row, {hash} FROM {numbered} WHERE ({keys}) IN {again} ORDER BY row", cancel, streaming: true)
                .ConfigureAwait(false)
        )
        {
            if (!seen.Add(row.Hash(1)))
            {
                rows.Add(row.Integer(0));
            }

            if (rows.Count == Shown || seen.Count == Remembered)
            {
                break;
            }
        }

        return rows;
    }
}
