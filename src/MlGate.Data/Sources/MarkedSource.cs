using System.Globalization;
using MlGate.Data.Engine;
using MlGate.Gates;

namespace MlGate.Data.Sources;

/// <summary>Reads the texts that mean "no value" as NULL, so that every reader of a source sees them alike.</summary>
internal static class MarkedSource
{
    /// <summary>The source with the marks of its columns read as NULL; the same source where there are none.</summary>
    public static DataSource From(DataSource source, MissingMarks marks)
    {
        var withQuotes = source.WithQuotes;
        return From(source, [.. source.Columns.Select(column => column with { Marks = marks.For(column.Name) })]) with
        {
            WithQuotes = withQuotes is null ? null : () => From(withQuotes(), marks),
        };
    }

    /// <summary>The source with columns that know their marks: these are read as NULL.</summary>
    public static DataSource From(DataSource source, IReadOnlyList<SourceColumn> columns)
    {
        if (columns.All(column => column.Marks.Count == 0))
        {
            return source;
        }

        var selected = columns.ToDictionary(
            column => column.Index,
            column =>
                column.Marks.Count > 0 && IsMark(column) is { } mark
                    ? $"CASE WHEN {mark} THEN NULL ELSE {column.Sql} END AS {column.Sql}"
                    : column.Sql
        );
        return source with
        {
            Columns = columns,
            Reading = (types, used) => $"(SELECT {Selected(used)} FROM {source.Reading(types, used)})",
        };

        string Selected(IReadOnlyCollection<int>? used) =>
            used is null ? string.Join(", ", selected.Values)
            : used.Count == 0 ? "1 AS one"
            : string.Join(", ", used.Distinct().Select(index => selected[index]));
    }

    // SQL that is true for a mark; null where the column's type can hold none of them.
    private static string? IsMark(SourceColumn column)
    {
        var texts = $"IN ({string.Join(", ", column.Marks.Select(Sql.Text))})";
        var numbers = column
            .Marks.Select(Number)
            .OfType<double>()
            .Where(double.IsFinite)
            .Select(number => Literal(column.StoredAs, number))
            .ToList();
        string?[] conditions = column switch
        {
            { StoredAs: "JSON" } =>
            [
                $"({column.Sql} ->> '$') {texts}",
                numbers.Count == 0 ? null : $"TRY_CAST({column.Sql} ->> '$' AS DOUBLE) IN ({string.Join(", ", numbers)})",
            ],
            _ when StoredTypes.IsText(column.StoredAs) => [$"{column.Sql} {texts}"],
            _ when StoredTypes.IsInteger(column.StoredAs) || StoredTypes.IsFraction(column.StoredAs) =>
            [
                numbers.Count == 0 ? null : $"{Comparable(column)} IN ({string.Join(", ", numbers)})",
                column.StoredAs is "FLOAT" or "DOUBLE" && column.Marks.Any(mark => Number(mark) is double.NaN)
                    ? $"isnan({column.Sql})"
                    : null,
            ],
            _ when StoredTypes.IsScalar(column.StoredAs) => [$"{column.Sql}::VARCHAR {texts}"],
            _ => [],
        };
        var used = conditions.OfType<string>().ToList();
        return used.Count == 0 ? null : string.Join(" OR ", used);
    }

    private static double? Number(string mark) =>
        mark.Equals("nan", StringComparison.OrdinalIgnoreCase) ? double.NaN
        : double.TryParse(mark, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static string Comparable(SourceColumn column) => column.StoredAs == "FLOAT" ? column.Sql : column.Sql + "::DOUBLE";

    private static string Literal(string storedAs, double number) => storedAs == "FLOAT" ? Sql.Single(number) : Sql.Number(number);
}
