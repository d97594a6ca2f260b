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

    /// <summary>The marks, in ordinal order: those of columns whose other values are all numbers or all dates, and those that mean nothing else anywhere.</summary>
    public static IReadOnlyList<string> Find(EngineSession session, DataSource source, CancellationToken cancel)
    {
        var columns = source.Columns.Where(column => column.StoredAs == "JSON" || StoredTypes.IsText(column.StoredAs)).ToList();
        if (columns.Count == 0)
        {
            return [];
        }

        var sheet = new FactSheet();
        var known = string.Join(", ", CommonMarks.Texts.Select(Sql.Text));
        var facts = columns.Select(column =>
        {
            var text = CastSql.For(column, ColumnType.Text).Value;
            return (
                Present: sheet.Add($"count({text})"),
                Marked: sheet.Add($"count(*) FILTER (WHERE {text} IN ({known}))"),
                Marks: sheet.Add($"list(DISTINCT {text}) FILTER (WHERE {text} IN ({known}))"),
                Fits: Types.Select(type => sheet.Add($"count({CastSql.For(column, type).Value})")).ToList());
        }).ToList();
        sheet.Fill(session.Row($"SELECT {sheet.Select} FROM {source.From}", cancel));

        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var fact in facts.Where(fact => sheet.Count(fact.Marked) > 0))
        {
            var others = sheet.Count(fact.Present) - sheet.Count(fact.Marked);
            var isTyped = others > 0 && fact.Fits.Exists(fits => sheet.Count(fits) == others);
            found.UnionWith(((IEnumerable)sheet.Raw(fact.Marks)!).Cast<string>().Where(mark => isTyped || NeverValues.Contains(mark)));
        }

        return [.. found];
    }
}
