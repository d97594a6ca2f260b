using MlGate.Data.Columns;
using MlGate.Data.Engines;
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

    /// <summary>
    /// The marks, in ordinal order: those of columns whose other values are all numbers or all dates, and those that mean nothing else
    /// anywhere.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FindAsync(ISqlEngine engine, DataSource source, CancellationToken cancel)
    {
        // Where every field is known to be a number, a day or a truth value, none is a mark.
        var columns = source
            .Columns.Where(column =>
                (column.Stored.Family == StoredFamily.Json || column.Stored.IsText) && column.Shapes.HasFlag(FieldShapes.Other)
            )
            .ToList();
        if (columns.Count == 0)
        {
            return [];
        }

        var found = new SortedSet<string>(StringComparer.Ordinal);
        var stacked = columns.ConvertAll(column => StackedColumn.From(engine.Dialect, column, null));
        if (StackedScan.Over(engine, source, stacked, asStored: true, cancel) is { } scan)
        {
            var asked = stacked.ConvertAll(column => (column.Query, AskedFigures: Ask(column.Query, column.Column.Column)));
            await scan.FillAsync(stacked).ConfigureAwait(false);
            found.UnionWith(asked.Where(column => column.Query.IsFilled).SelectMany(column => Read(column.Query, column.AskedFigures)));
            return [.. found];
        }

        var query = new AggregateQuery(engine.Dialect);
        var figures = columns.ConvertAll(column => Ask(query, column));
        query.Fill(await engine.FirstAsync($"SELECT {query.Select} FROM {source.From}", cancel).ConfigureAwait(false));
        found.UnionWith(figures.SelectMany(figure => Read(query, figure)));
        return [.. found];
    }

    private static AskedFigures Ask(AggregateQuery query, SourceColumn column)
    {
        var text = query.Dialect.Cast(column, ColumnType.Text).Value;
        return new AskedFigures(
            query.Add($"count({text})"),
            query.Add(query.Dialect.FrequenciesOf(text, CommonMarks.Texts)),
            [.. Types.Select(type => query.Add($"count({query.Dialect.Cast(column, type).Value})"))]
        );
    }

    private static IEnumerable<string> Read(AggregateQuery query, AskedFigures figures)
    {
        var marks = query.Counts(figures.Marks).Where(mark => mark.Value > 0 && mark.Key.Length > 0).ToList();
        if (marks.Count == 0)
        {
            return [];
        }

        var others = query.Count(figures.Present) - marks.Sum(mark => mark.Value);
        var isTyped = others > 0 && figures.Fits.Any(fits => query.Count(fits) == others);
        return marks.Select(mark => mark.Key).Where(mark => isTyped || NeverValues.Contains(mark));
    }

    private sealed record AskedFigures(int Present, int Marks, IReadOnlyList<int> Fits);
}
