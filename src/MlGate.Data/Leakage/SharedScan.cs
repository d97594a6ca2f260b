using MlGate.Data.Drift;
using MlGate.Data.Engine;
using MlGate.Data.Profiles;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Leakage;

/// <summary>Rows that two datasets share: by id and by group where both name one, else by equal values in all columns that both use.</summary>
internal sealed class SharedScan(EngineSession session, (DataSource Source, DatasetGate Gate) one, (DataSource Source, DatasetGate Gate) other, CancellationToken cancel)
{
    private const int Shown = 10;

    public Result<SharedRows> Run()
    {
        var results = Names().Select(Compare).ToList();
        if (results.Count > 0)
        {
            // An overlap of either is leakage; what could not be compared is not hidden behind what could.
            return results.Find(result => result.Shared > 0) ?? results.Find(result => result.Of == 0) ?? results[0];
        }

        var (mine, others) = Common();
        if (mine.Count == 0)
        {
            return Problem.Of(Diagnostics.ColumnMissing, one.Gate.Id, one.Source.Files[0].Name, $"a column in common with {other.Source.Files[0].Name}", "none", "Give both datasets the columns that name a row, or drop 'disjoint-from'");
        }

        return Compare(("equal rows", mine, others));
    }

    // Rows without a key match nothing: they are not among those that were compared, and where one side has only such rows none was.
    private SharedRows Compare((string By, IReadOnlyList<TypedColumn> Mine, IReadOnlyList<TypedColumn> Others) keys)
    {
        Stage("mine", one.Source, keys.Mine);
        Stage("others", other.Source, keys.Others);
        var counts = session.Row("SELECT count(h), count(DISTINCT h), (SELECT count(*) FROM mine SEMI JOIN others USING (h)), (SELECT count(h) FROM others) FROM mine", cancel);
        var first = new List<long>();
        foreach (var row in session.Rows($"SELECT row FROM mine SEMI JOIN others USING (h) ORDER BY row LIMIT {Shown}", cancel))
        {
            first.Add(row.GetInt64(0));
        }

        return new SharedRows(keys.By, (long)counts[2]!, (long)counts[3]! == 0 ? 0 : (long)counts[0]!, (long)counts[0]! - (long)counts[1]!, first);
    }

    private IEnumerable<(string By, IReadOnlyList<TypedColumn> Mine, IReadOnlyList<TypedColumn> Others)> Names()
    {
        foreach (var (role, by) in new[] { (ColumnRole.Id, "id column"), (ColumnRole.Group, "group column") })
        {
            var (mine, others) = (Role(one, role), Role(other, role));
            if (mine.Count > 0 && mine.Count == others.Count)
            {
                yield return (by, mine, others);
            }
        }
    }

    private (IReadOnlyList<TypedColumn> Mine, IReadOnlyList<TypedColumn> Others) Common()
    {
        // Names of rows and what is not used would make equal rows look different.
        var ignored = one.Gate.Columns.Concat(other.Gate.Columns).Where(column => column.Role is ColumnRole.Ignore or ColumnRole.Id).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var common = one.Source.Columns.Select(column => column.Name).Where(name => !ignored.Contains(name) && other.Source.Find(name) is not null).ToList();
        return (common.ConvertAll(name => Typed(one, name)), common.ConvertAll(name => Typed(other, name)));
    }

    private List<TypedColumn> Role((DataSource Source, DatasetGate Gate) set, ColumnRole role) =>
        [.. set.Gate.Columns.Where(column => column.Role == role && set.Source.Find(column.Name) is not null).Select(column => Typed(set, column.Name))];

    // One declaration serves both sets: they must be read alike to be compared.
    private TypedColumn Typed((DataSource Source, DatasetGate Gate) set, string name) =>
        TypedColumn.Of(set.Source.Find(name)!, one.Gate.Columns.Concat(other.Gate.Columns).FirstOrDefault(column => column.Name == name));

    private void Stage(string table, DataSource source, IReadOnlyList<TypedColumn> columns)
    {
        var numbered = TypedColumn.Relation(source, columns, "row_number() OVER () AS row");
        var missing = string.Join(" AND ", columns.Select(column => $"{column.X} IS NULL"));
        session.Run($"CREATE OR REPLACE TABLE {table} AS SELECT row, CASE WHEN NOT ({missing}) THEN {RowHash.Of(columns)} END AS h FROM {numbered}", cancel);
    }
}
