using System.Collections;
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
            var asked = stacked.ConvertAll(column => (column.Sheet, Facts: Ask(column.Sheet, column.Column.Column)));
            scan.Fill(stacked);
            found.UnionWith(asked.Where(column => column.Sheet.IsFilled).SelectMany(column => Read(column.Sheet, column.Facts)));
            return [.. found];
        }

        var sheet = new FactSheet();
        var facts = columns.ConvertAll(column => Ask(sheet, column));
        sheet.Fill(session.Row($"SELECT {sheet.Select} FROM {source.From}", cancel));
        found.UnionWith(facts.SelectMany(fact => Read(sheet, fact)));
        return [.. found];
    }

    private static Facts Ask(FactSheet sheet, SourceColumn column)
    {
        var text = CastSql.For(column, ColumnType.Text).Value;
        return new Facts(
            sheet.Add($"count({text})"),
            sheet.Add($"count(*) FILTER (WHERE {text} IN ({Known}))"),
            sheet.Add($"list(DISTINCT {text}) FILTER (WHERE {text} IN ({Known}))"),
            [.. Types.Select(type => sheet.Add($"count({CastSql.For(column, type).Value})"))]
        );
    }

    private static IEnumerable<string> Read(FactSheet sheet, Facts facts)
    {
        if (sheet.Count(facts.Marked) == 0)
        {
            return [];
        }

        var others = sheet.Count(facts.Present) - sheet.Count(facts.Marked);
        var isTyped = others > 0 && facts.Fits.Any(fits => sheet.Count(fits) == others);
        return ((IEnumerable)sheet.Raw(facts.Marks)!).Cast<string>().Where(mark => isTyped || NeverValues.Contains(mark));
    }

    private sealed record Facts(int Present, int Marked, int Marks, IReadOnlyList<int> Fits);
}
