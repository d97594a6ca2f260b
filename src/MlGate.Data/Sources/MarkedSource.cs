using MlGate.Data.Engines;
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
                column.Marks.Count > 0 && source.Dialect.IsOneOf(column, column.Marks) is { } mark
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
}
