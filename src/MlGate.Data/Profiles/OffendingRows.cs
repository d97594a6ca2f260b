using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Sources;

namespace MlGate.Data.Profiles;

/// <summary>
/// Numbers of the first rows that break checks. One more scan, in row order, that ends as soon as every check has its rows.
/// </summary>
internal static class OffendingRows
{
    private const int Shown = 10;

    /// <param name="engine">May read the data.</param>
    /// <param name="source">The data.</param>
    /// <param name="broken">The checks that something breaks, with how many rows do.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<IReadOnlyList<IReadOnlyList<long>>> FirstAsync(
        ISqlEngine engine,
        DataSource source,
        IReadOnlyList<(RowConstraint Constraint, long Count)> broken,
        CancellationToken cancel
    )
    {
        var rows = new IReadOnlyList<long>[broken.Count];
        foreach (var part in broken.Index().GroupBy(check => check.Item.Constraint.PartIn(source)))
        {
            var found = await OfPartAsync(engine, source, [.. part.Select(check => check.Item)], cancel).ConfigureAwait(false);
            foreach (var ((index, _), first) in part.Zip(found))
            {
                rows[index] = first;
            }
        }

        return rows;
    }

    private static async Task<List<List<long>>> OfPartAsync(
        ISqlEngine engine,
        DataSource source,
        IReadOnlyList<(RowConstraint Constraint, long Count)> broken,
        CancellationToken cancel
    )
    {
        var rows = broken.Select(_ => new List<long>()).ToList();
        var open = broken.Select(check => Math.Min(Shown, check.Count)).Sum();
        if (open == 0 || source.Dialect.RowNumber is not { } number)
        {
            return rows;
        }

        var columns = broken.SelectMany(check => check.Constraint.Uses).DistinctBy(column => column.Column.Index);
        var numbered = TypedColumn.Relation(source, columns, number + " AS row");
        var breaks = broken.Select((check, at) => FormattableString.Invariant($"({check.Constraint.Breaks}) AS b{at}"));
        var any = string.Join(" OR ", broken.Select((_, at) => FormattableString.Invariant($"b{at}")));
        var query = $"SELECT * FROM (SELECT row, {string.Join(", ", breaks)} FROM {numbered} AS numbered) AS judged WHERE {any}";
        await foreach (var row in engine.ReadAsync(query, cancel, streaming: true).ConfigureAwait(false))
        {
            for (var at = 0; at < rows.Count; at++)
            {
                if (rows[at].Count < Shown && !row.IsMissing(at + 1) && row.Truth(at + 1))
                {
                    rows[at].Add(row.Integer(0));
                    open--;
                }
            }

            if (open == 0)
            {
                break;
            }
        }

        return rows;
    }
}
