using MlGate.Data.Columns;
using MlGate.Data.Engines;
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
        text = column.Type == Gates.ColumnType.Boolean ? column.Dialect.AsText(column.V) : column.V;
        present = query.Add($"count({column.V})");
        if (exact)
        {
            histogram = query.Add(query.Dialect.Frequencies(text));
            return;
        }

        if (column.Type == Gates.ColumnType.Boolean)
        {
            whether = (query.Add(query.Dialect.CountIf(column.V)), query.Add(query.Dialect.CountIf($"NOT {column.V}")));
            return;
        }

        likely = [.. sample.Concat(column.Likely).Distinct().Where(value => value.Length > 0).Take(Likely + 1)];
        counts = likely.Count is > 0 and <= Likely ? query.Add(query.Dialect.FrequenciesOf(text, likely)) : -1;
    }

    /// <summary>The counts; null where the column must be grouped.</summary>
    public CategoryCounts? Read(AggregateQuery query)
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
        return ranked.Sum(value => value.Count) == query.Count(present) ? new CategoryCounts(Ranked(ranked), ranked.Count) : null;
    }

    /// <summary>Groups the column.</summary>
    public async Task<CategoryCounts> GroupAsync(ISqlEngine engine, Sources.DataSource source, CancellationToken cancel)
    {
        var relation = TypedColumn.Relation(source, [column]);
        var groups = $"SELECT {text} AS value, count(*) AS n FROM {relation} WHERE {column.V} IS NOT NULL GROUP BY {text}";
        var top = new List<CategoryCount>();
        var query = $"SELECT value, n FROM ({groups}) AS groups ORDER BY n DESC, value LIMIT {Kept + 1}";
        await foreach (var row in engine.ReadAsync(query, cancel).ConfigureAwait(false))
        {
            top.Add(new CategoryCount(row.Text(0), row.Integer(1)));
        }

        var distinct = top.Count <= Kept ? top.Count : await engine.CountAsync(groups, cancel).ConfigureAwait(false);
        return new CategoryCounts(Ranked(top), distinct);
    }

    private static List<CategoryCount> Ranked(IEnumerable<CategoryCount> counts) =>
        [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal).Take(Kept)];
}

/// <summary>How often the values of a column stand in it.</summary>
/// <param name="Top">The most frequent ones, by falling count.</param>
/// <param name="Distinct">How many values there are.</param>
internal sealed record CategoryCounts(IReadOnlyList<CategoryCount> Top, long Distinct);
