using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Statistics;

namespace MlGate.Data.Leakage;

/// <summary>
/// Rows that two datasets share: by id and by group where both name one, else by equal values in all columns that both use.
/// </summary>
internal sealed class SharedScan(
    ISqlEngine engine,
    CheckId id,
    (DataSource Source, DatasetSchema Schema) one,
    (DataSource Source, DatasetSchema Schema) other,
    CancellationToken cancel
)
{
    private const int Shown = 10;
    private readonly Dictionary<string, ColumnSchema> mineDeclared = one.Schema.Columns.ToDictionary(
        column => column.Name,
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, ColumnSchema> othersDeclared = other.Schema.Columns.ToDictionary(
        column => column.Name,
        StringComparer.Ordinal
    );

    public async Task<Result<SharedRows>> RunAsync()
    {
        var results = new List<SharedRows>();
        foreach (var keys in Names())
        {
            results.Add(await CompareAsync(keys).ConfigureAwait(false));
        }

        if (results.Count > 0)
        {
            // An overlap of either is leakage; what could not be compared is not hidden behind what could.
            return results.Find(result => result.One.Shared > 0) ?? results.Find(result => result.IsEmpty) ?? results[0];
        }

        var common = Common();
        return common.Count > 0
            ? await CompareAsync(("equal rows", common)).ConfigureAwait(false)
            : DataFinding.Create(
                Diagnostics.ColumnMissing,
                id,
                one.Source.Files[0].Name,
                $"a column in common with {other.Source.Files[0].Name}",
                "none",
                "Add the columns that identify a row to both datasets, or remove 'disjoint-from'"
            );
    }

    // Rows without a key match nothing: they are not among those that were compared.
    private async Task<SharedRows> CompareAsync((string By, IReadOnlyList<ComparedColumn> Columns) keys)
    {
        var mine = await StageAsync(one.Source, keys.Columns.Select(column => column.OneSql)).ConfigureAwait(false);
        var others = await StageAsync(other.Source, keys.Columns.Select(column => column.OtherSql)).ConfigureAwait(false);
        var contents = await engine
            .StageAsync(
                $"SELECT h, sum(a) AS a, sum(b) AS b FROM (SELECT h, 1 AS a, 0 AS b FROM {mine} AS m UNION ALL SELECT h, 0, 1 "
                    + $"FROM {others} AS o) AS pooled WHERE h IS NOT NULL GROUP BY h",
                cancel
            )
            .ConfigureAwait(false);
        return new SharedRows
        {
            By = keys.By,
            One = await SideAsync(contents, "a", "b").ConfigureAwait(false),
            Other = await SideAsync(contents, "b", "a").ConfigureAwait(false),
            Repeats = await RepeatsAsync(contents).ConfigureAwait(false),
            FirstRows = await FirstRowsAsync(mine, others).ConfigureAwait(false),
        };
    }

    private async Task<SharedSide> SideAsync(string contents, string own, string others)
    {
        var query = new AggregateQuery(engine.Dialect);
        var rows = query.Add($"sum({own})");
        var shared = query.Add($"sum(CASE WHEN {others} > 0 THEN {own} ELSE 0 END)");
        var pairs = query.Add($"sum({own} * ({own} - 1))");
        query.Fill(await engine.FirstAsync($"SELECT {query.Select} FROM {contents} AS contents", cancel).ConfigureAwait(false));
        return new SharedSide(query.Count(rows), query.Count(shared), query.Count(pairs) / 2);
    }

    private async Task<List<RepeatedContents>> RepeatsAsync(string contents)
    {
        var repeats = new List<RepeatedContents>();
        var onBoth = engine.Dialect.CountIf("a > 0 AND b > 0");
        var query = $"SELECT a + b, count(*), {onBoth} FROM {contents} AS contents GROUP BY a + b ORDER BY a + b";
        await foreach (var row in engine.ReadAsync(query, cancel).ConfigureAwait(false))
        {
            repeats.Add(new RepeatedContents(row.Integer(0), row.Integer(1), row.Integer(2)));
        }

        return repeats;
    }

    private async Task<List<long>> FirstRowsAsync(string mine, string others)
    {
        var first = new List<long>();
        if (engine.Dialect.RowNumber is null)
        {
            return first;
        }

        var query = $"SELECT row FROM {mine} AS m WHERE h IN (SELECT h FROM {others} AS o) ORDER BY row LIMIT {Shown}";
        await foreach (var row in engine.ReadAsync(query, cancel).ConfigureAwait(false))
        {
            first.Add(row.Integer(0));
        }

        return first;
    }

    private IEnumerable<(string By, IReadOnlyList<ComparedColumn> Columns)> Names()
    {
        foreach (var (role, by) in new[] { (ColumnRole.Id, "id column"), (ColumnRole.Group, "group column") })
        {
            var (mine, others) = (Role(one, role), Role(other, role));
            if (mine.Count > 0 && mine.Count == others.Count)
            {
                yield return (by, [.. mine.Zip(others, Compared)]);
            }
        }
    }

    private List<ComparedColumn> Common()
    {
        // Names of rows and what is not used would make equal rows look different.
        var ignored = one
            .Schema.Columns.Concat(other.Schema.Columns)
            .Where(column => column.Role is ColumnRole.Ignore or ColumnRole.Id)
            .Select(column => column.Name)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. one
                .Source.Columns.Select(column => column.Name)
                .Where(name => !ignored.Contains(name) && other.Source.Find(name) is not null)
                .Select(name => Compared(name, name)),
        ];
    }

    private static List<string> Role((DataSource Source, DatasetSchema Schema) set, ColumnRole role) =>
        [
            .. set
                .Schema.Columns.Where(column => column.Role == role && set.Source.Find(column.Name) is not null)
                .Select(column => column.Name),
        ];

    // One declaration serves both sets: they must be read alike to be compared.
    private ComparedColumn Compared(string mine, string others) =>
        new(
            engine.Dialect,
            one.Source.Find(mine)!,
            other.Source.Find(others)!,
            (mineDeclared.GetValueOrDefault(mine) ?? othersDeclared.GetValueOrDefault(others))?.Type
        );

    private Task<string> StageAsync(DataSource source, IEnumerable<string> texts)
    {
        var named = texts.Select((text, at) => (Sql: $"{text} AS t{at}", Name: "t" + Sql.Number(at))).ToList();
        var missing = string.Join(" AND ", named.Select(text => $"{text.Name} IS NULL"));
        var hash = $"CASE WHEN NOT ({missing}) THEN {engine.Dialect.RowHash(named.Select(text => text.Name))} END AS h";
        var values = string.Join(", ", named.Select(text => text.Sql));
        return engine.Dialect.RowNumber is { } number
            ? engine.StageAsync($"SELECT row, {hash} FROM (SELECT {number} AS row, {values} FROM {source.From}) AS numbered", cancel)
            : engine.StageAsync($"SELECT {hash} FROM (SELECT {values} FROM {source.From}) AS texts", cancel);
    }
}
