using MlGate.Checks.Data.Constraints;
using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>
/// Counts per value of a category or boolean column. In large data likely values are counted by themselves; only where others turn up is
/// the column grouped, which can spill.
/// </summary>
internal sealed class CategoryStatistics
{
    private const int Kept = 100;
    private const int Likely = 64;
    private readonly TypedColumn column;
    private readonly string text;
    private readonly int present;
    private readonly int histogram = -1;
    private readonly (int Yes, int No)? whether;
    private readonly List<string> likely = [];
    private readonly int counts = -1;

    /// <summary>Asks for the statistics of a column.</summary>
    public CategoryStatistics(AggregateQuery query, TypedColumn column, IReadOnlyList<string> sample, bool exact)
    {
        this.column = column;
        text = column.Type == Gates.ColumnType.Boolean ? $"{column.V}::VARCHAR" : column.V;
        present = query.Add($"count({column.V})");
        if (exact)
        {
            histogram = query.Add($"histogram({text})");
            return;
        }

        if (column.Type == Gates.ColumnType.Boolean)
        {
            whether = (query.Add($"count_if({column.V})"), query.Add($"count_if(NOT {column.V})"));
            return;
        }

        likely =
        [
            .. sample
                .Concat(column.Gate?.Find(ColumnConstraints.In)?.Value ?? [])
                .Distinct()
                .Where(value => value.Length > 0)
                .Take(Likely + 1),
        ];
        counts = likely.Count is > 0 and <= Likely ? query.Add(Counts(text, likely)) : -1;
    }

    /// <summary>SQL that counts given values; what else there is it counts together, under the empty text.</summary>
    public static string Counts(string text, IEnumerable<string> values) =>
        $"histogram_exact({text}, {Sql.List(values.Order(StringComparer.Ordinal).Select(Sql.Text))})";

    /// <summary>
    /// Values and counts, most frequent first, and how many distinct values there are; null where the column must be grouped.
    /// </summary>
    public (IReadOnlyList<CategoryCount> Top, long Distinct)? Read(AggregateQuery query)
    {
        var known =
            histogram >= 0 ? query.Counts(histogram)
            : whether is { } both ? new() { ["true"] = query.Count(both.Yes), ["false"] = query.Count(both.No) }
            : counts >= 0 ? query.Counts(counts)
            : [];
        if (counts >= 0)
        {
            known.Remove("");
        }

        var ranked = known.Where(value => value.Value > 0).Select(value => new CategoryCount(value.Key, value.Value)).ToList();
        return ranked.Sum(value => value.Count) == query.Count(present) ? (Ranked(ranked), ranked.Count) : null;
    }

    /// <summary>Groups the column.</summary>
    public (IReadOnlyList<CategoryCount> Top, long Distinct) Group(
        EngineSession session,
        Sources.DataSource source,
        CancellationToken cancel
    )
    {
        var top = new List<CategoryCount>();
        var distinct = 0L;
        var groups =
            $"(SELECT {text} AS value, count(*) AS n FROM {TypedColumn.Relation(source, [column])} WHERE {column.V} IS NOT NULL GROUP "
            + $"BY 1)";
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
