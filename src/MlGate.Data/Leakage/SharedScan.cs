using MlGate.Data.Columns;
using MlGate.Data.Drift;
using MlGate.Data.Engine;
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
    EngineSession session,
    (DataSource Source, DatasetGate Gate) one,
    (DataSource Source, DatasetGate Gate) other,
    CancellationToken cancel
)
{
    private const int Shown = 10;
    private readonly Dictionary<string, ColumnGate> mineDeclared = one.Gate.Columns.ToDictionary(
        column => column.Name,
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, ColumnGate> othersDeclared = other.Gate.Columns.ToDictionary(
        column => column.Name,
        StringComparer.Ordinal
    );

    public Result<SharedRows> Run()
    {
        var results = Names().Select(Compare).ToList();
        if (results.Count > 0)
        {
            // An overlap of either is leakage; what could not be compared is not hidden behind what could.
            return results.Find(result => result.One.Shared > 0) ?? results.Find(result => result.IsEmpty) ?? results[0];
        }

        var common = Common();
        return common.Count > 0
            ? Compare(("equal rows", common))
            : DataFinding.Create(
                Diagnostics.ColumnMissing,
                one.Gate.Id,
                one.Source.Files[0].Name,
                $"a column in common with {other.Source.Files[0].Name}",
                "none",
                "Add the columns that identify a row to both datasets, or remove 'disjoint-from'"
            );
    }

    // Rows without a key match nothing: they are not among those that were compared.
    private SharedRows Compare((string By, IReadOnlyList<ComparedColumn> Columns) keys)
    {
        Stage("mine", one.Source, keys.Columns.Select(column => column.OneSql));
        Stage("others", other.Source, keys.Columns.Select(column => column.OtherSql));
        session.Run(
            "CREATE OR REPLACE TABLE contents AS SELECT h, sum(a)::BIGINT AS a, sum(b)::BIGINT AS b FROM (SELECT h, 1 AS a, 0 AS b "
                + "FROM mine UNION ALL SELECT h, 0, 1 FROM others) WHERE h IS NOT NULL GROUP BY h",
            cancel
        );
        return new SharedRows
        {
            By = keys.By,
            One = Side("a", "b"),
            Other = Side("b", "a"),
            Repeats = Repeats(),
            FirstRows = FirstRows(),
        };
    }

    private SharedSide Side(string own, string others)
    {
        var counts = session.Row(
            $"SELECT coalesce(sum({own}), 0)::BIGINT, coalesce(sum({own}) FILTER (WHERE {others} > 0), 0)::BIGINT, "
                + $"coalesce(sum({own} * ({own} - 1) // 2), 0)::BIGINT FROM contents",
            cancel
        );
        return new SharedSide((long)counts[0]!, (long)counts[1]!, (long)counts[2]!);
    }

    private List<RepeatedContents> Repeats()
    {
        var repeats = new List<RepeatedContents>();
        foreach (
            var row in session.Rows(
                "SELECT a + b, count(*), count(*) FILTER (WHERE a > 0 AND b > 0) FROM contents GROUP BY 1 ORDER BY 1",
                cancel
            )
        )
        {
            repeats.Add(new RepeatedContents(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));
        }

        return repeats;
    }

    private List<long> FirstRows()
    {
        var first = new List<long>();
        foreach (var row in session.Rows($"SELECT row FROM mine SEMI JOIN others USING (h) ORDER BY row LIMIT {Shown}", cancel))
        {
            first.Add(row.GetInt64(0));
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
            .Gate.Columns.Concat(other.Gate.Columns)
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

    private static List<string> Role((DataSource Source, DatasetGate Gate) set, ColumnRole role) =>
        [
            .. set
                .Gate.Columns.Where(column => column.Role == role && set.Source.Find(column.Name) is not null)
                .Select(column => column.Name),
        ];

    // One declaration serves both sets: they must be read alike to be compared.
    private ComparedColumn Compared(string mine, string others) =>
        new(
            one.Source.Find(mine)!,
            other.Source.Find(others)!,
            (mineDeclared.GetValueOrDefault(mine) ?? othersDeclared.GetValueOrDefault(others))?.Type.Value
        );

    private void Stage(string table, DataSource source, IEnumerable<string> texts)
    {
        var named = texts.Select((text, at) => (Sql: $"{text} AS t{at}", Name: "t" + Sql.Number(at))).ToList();
        var missing = string.Join(" AND ", named.Select(text => $"{text.Name} IS NULL"));
        session.Run(
            $"CREATE OR REPLACE TABLE {table} AS SELECT row, CASE WHEN NOT ({missing}) THEN "
                + $"{RowHash.OfTexts(named.Select(text => text.Name))} END AS h FROM (SELECT row_number() OVER () AS row, "
                + $"{string.Join(", ", named.Select(text => text.Sql))} FROM {source.From})",
            cancel
        );
    }
}
