using System.Collections;
using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Data.Profiles;
using MlGate.Data.Sources;
using MlGate.Gates;

namespace MlGate.Data.Inference;

/// <summary>Finds the texts that stand for a missing value.</summary>
internal static class MarkSearch
{
    // In a column of texts the others may be values: NA is a country.
    private static readonly HashSet<string> NeverValues = new(["N/A", "n/a", "#N/A", "NULL", "NaN", "?"], StringComparer.Ordinal);

    private static readonly ColumnType[] Types = [ColumnType.Integer, ColumnType.Number, ColumnType.Date, ColumnType.Timestamp];

    private static readonly string Known = string.Join(", ", CommonMarks.Texts.Select(Sql.Text));

    /// <summary>
    /// The marks, in ordinal order: those of columns whose other values are all numbers or all dates, and those that mean nothing else
    /// anywhere.
    /// </summary>
    public static IReadOnlyList<string> Find(EngineSession session, DataSource source, CancellationToken cancel)
    {
        // Where every field is known to be a number, a day or a truth value, none is a mark.
        var columns = source
            .Columns.Where(column =>
                (column.StoredAs == "JSON" || StoredTypes.IsText(column.StoredAs)) && column.Shapes.HasFlag(FieldShapes.Other)
            )
            .ToList();
        if (columns.Count == 0)
        {
            return [];
        }

        var found = new SortedSet<string>(StringComparer.Ordinal);
        var stacked = columns.ConvertAll(column => StackedColumn.From(column, null));
        if (StackedScan.Over(session, source, stacked, asStored: true, cancel) is { } scan)
        {
            var asked = stacked.ConvertAll(column => (column.Query, AskedFigures: Ask(column.Query, column.Column.Column)));
            scan.Fill(stacked);
            found.UnionWith(asked.Where(column => column.Query.IsFilled).SelectMany(column => Read(column.Query, column.AskedFigures)));
            return [.. found];
        }

        var query = new AggregateQuery();
        var figures = columns.ConvertAll(column => Ask(query, column));
        query.Fill(session.Row($"SELECT {query.Select} FROM {source.From}", cancel));
        found.UnionWith(figures.SelectMany(figure => Read(query, figure)));
        return [.. found];
    }

    private static AskedFigures Ask(AggregateQuery query, SourceColumn column)
    {
        var text = CastSql.For(column, ColumnType.Text).Value;
        return new AskedFigures(
            query.Add($"count({text})"),
            query.Add($"count(*) FILTER (WHERE {text} IN ({Known}))"),
            query.Add($"list(DISTINCT {text}) FILTER (WHERE {text} IN ({Known}))"),
            [.. Types.Select(type => query.Add($"count({CastSql.For(column, type).Value})"))]
        );
    }

    private static IEnumerable<string> Read(AggregateQuery query, AskedFigures figures)
    {
        if (query.Count(figures.Marked) == 0)
        {
            return [];
        }

        var others = query.Count(figures.Present) - query.Count(figures.Marked);
        var isTyped = others > 0 && figures.Fits.Any(fits => query.Count(fits) == others);
        return ((IEnumerable)query.Raw(figures.Marks)!).Cast<string>().Where(mark => isTyped || NeverValues.Contains(mark));
    }

    private sealed record AskedFigures(int Present, int Marked, int Marks, IReadOnlyList<int> Fits);
}
