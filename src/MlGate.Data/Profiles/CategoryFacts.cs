using MlGate.Data.Engine;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>Counts per value of a category or boolean column. In large data likely values are counted by themselves; only where others turn up is the column grouped, which can spill.</summary>
internal sealed class CategoryFacts
{
    private const int Kept = 100;
    private const int Likely = 64;
    private readonly TypedColumn column;
    private readonly string text;
    private readonly int present;
    private readonly int histogram = -1;
    private readonly List<(string Value, int Count)> likely = [];

    /// <summary>Asks for the facts of a column.</summary>
    public CategoryFacts(FactSheet sheet, TypedColumn column, IReadOnlyList<string> sample, bool exact)
    {
        this.column = column;
        text = column.Type == Gates.ColumnType.Boolean ? $"{column.V}::VARCHAR" : column.V;
        present = sheet.Add($"count({column.V})");
        if (exact)
        {
            histogram = sheet.Add($"histogram({text})");
            return;
        }

        var values = column.Type == Gates.ColumnType.Boolean ? ["true", "false"] : sample.Concat(column.Gate?.In?.Value ?? []).Distinct().Order(StringComparer.Ordinal).Take(Likely + 1).ToList();
        if (values.Count <= Likely)
        {
            likely.AddRange(values.Select(value => (value, sheet.Add($"count_if({text} = {Sql.Text(value)})"))));
        }
    }

    /// <summary>Values and counts, most frequent first, and how many distinct values there are; null where the column must be grouped.</summary>
    public (IReadOnlyList<CategoryCount> Top, long Distinct)? Read(FactSheet sheet)
    {
        if (histogram >= 0)
        {
            var counts = sheet.Raw(histogram) is System.Collections.IDictionary map
                ? map.Keys.Cast<string>().Select(key => new CategoryCount(key, Convert.ToInt64(map[key], System.Globalization.CultureInfo.InvariantCulture))).ToList()
                : [];
            return (Ranked(counts), counts.Count);
        }

        var known = likely.Select(value => new CategoryCount(value.Value, sheet.Count(value.Count))).Where(value => value.Count > 0).ToList();
        return known.Sum(value => value.Count) == sheet.Count(present) ? (Ranked(known), known.Count) : null;
    }

    /// <summary>Groups the column.</summary>
    public (IReadOnlyList<CategoryCount> Top, long Distinct) Group(EngineSession session, Sources.DataSource source, CancellationToken cancel)
    {
        var top = new List<CategoryCount>();
        var distinct = 0L;
        var groups = $"(SELECT {text} AS value, count(*) AS n FROM {TypedColumn.Relation(source, [column])} WHERE {column.V} IS NOT NULL GROUP BY 1)";
        foreach (var row in session.Rows($"SELECT value, n, count(*) OVER () FROM {groups} ORDER BY n DESC, value LIMIT {Kept}", cancel))
        {
            top.Add(new CategoryCount(row.GetString(0), row.GetInt64(1)));
            distinct = row.GetInt64(2);
        }

        return (Ranked(top), distinct);
    }

    private static List<CategoryCount> Ranked(IEnumerable<CategoryCount> counts) =>
        [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal).Take(Kept)];
}
