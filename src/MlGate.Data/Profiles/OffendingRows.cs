using System.Globalization;
using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Data.Sources;

namespace MlGate.Data.Profiles;

/// <summary>
/// Numbers of the first rows that break checks. One more scan, in row order, that ends as soon as every check has its rows.
/// </summary>
internal static class OffendingRows
{
    private const int Shown = 10;

    /// <param name="session">May read the data.</param>
    /// <param name="source">The data.</param>
    /// <param name="broken">The checks that something breaks, with how many rows do.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static IReadOnlyList<IReadOnlyList<long>> First(
        EngineSession session,
        DataSource source,
        IReadOnlyList<(RowConstraint Constraint, long Count)> broken,
        CancellationToken cancel
    )
    {
        var rows = new IReadOnlyList<long>[broken.Count];
        foreach (var part in broken.Index().GroupBy(check => check.Item.Constraint.PartIn(source)))
        {
            foreach (var ((index, _), first) in part.Zip(OfPart(session, source, [.. part.Select(check => check.Item)], cancel)))
            {
                rows[index] = first;
            }
        }

        return rows;
    }

    private static List<List<long>> OfPart(
        EngineSession session,
        DataSource source,
        IReadOnlyList<(RowConstraint Constraint, long Count)> broken,
        CancellationToken cancel
    )
    {
        var rows = broken.Select(_ => new List<long>()).ToList();
        var open = broken.Select(check => Math.Min(Shown, check.Count)).Sum();
        if (open == 0)
        {
            return rows;
        }

        var columns = broken.SelectMany(check => check.Constraint.Uses).DistinctBy(column => column.Column.Index);
        var numbered = TypedColumn.Relation(source, columns, "row_number() OVER () AS row");
        var breaks = broken.Select((check, at) => string.Create(CultureInfo.InvariantCulture, $"({check.Constraint.Breaks}) AS b{at}"));
        var any = string.Join(" OR ", broken.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"b{at}")));
        foreach (
            var row in session.Rows(
                $"SELECT * FROM (SELECT row, {string.Join(", ", breaks)} FROM {numbered}) WHERE {any}",
                cancel,
                streaming: true
            )
        )
        {
            for (var at = 0; at < rows.Count; at++)
            {
                if (rows[at].Count < Shown && !row.IsDBNull(at + 1) && row.GetBoolean(at + 1))
                {
                    rows[at].Add(row.GetInt64(0));
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
