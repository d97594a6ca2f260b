using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using MlGate.Data.Columns;

namespace MlGate.Data.Rules;

/// <summary>The engine's reason as one short line: without its SQL, with the names of columns, and without any value of the data.</summary>
internal static partial class EngineReason
{
    private const int Longest = 200;

    /// <summary>The reason for which a rule cannot be computed on some row.</summary>
    public static string OfRow(DuckDBException exception, IReadOnlyList<TypedColumn> columns) =>
        WithNames(
            Numbers()
                .Replace(
                    Parentheses().Replace(Unclosed().Replace(Quoted().Replace(FirstLine(exception), "a value"), "a value"), ""),
                    "a value"
                ),
            columns
        );

    /// <summary>The reason for which a rule cannot be used at all. No row was read.</summary>
    public static string OfRule(DuckDBException exception, IReadOnlyList<TypedColumn> columns) => WithNames(FirstLine(exception), columns);

    /// <summary>One line of at most 200 characters, without anything that a terminal or a log would obey.</summary>
    public static string Clean(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            line.Append(
                category
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                        or UnicodeCategory.Surrogate
                    ? "\uFFFD"
                    : rune.ToString()
            );
        }

        return line.Length <= Longest
            ? line.ToString()
            : line.ToString(0, char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1) + "…";
    }

    private static string FirstLine(DuckDBException exception) =>
        Prefix().Replace(exception.Message.Split('\n')[0].Trim(), "").TrimEnd('!', '.');

    private static string WithNames(string reason, IReadOnlyList<TypedColumn> columns) =>
        Clean(
            Identifiers()
                .Replace(reason, match =>
                    columns.FirstOrDefault(column => match.Value == column.V || match.Value == column.X) is { } column
                        ? $"'{column.Column.Name}'"
                        : match.Value
                )
                .Trim()
        );

    [GeneratedRegex("^[A-Z][A-Za-z ]+ Error: ")]
    private static partial Regex Prefix();

    [GeneratedRegex("(?<![A-Za-z])['\"].*['\"](?![A-Za-z])")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?<![A-Za-z])['\"].*$")]
    private static partial Regex Unclosed();

    [GeneratedRegex(@" ?\([^)]*[0-9][^)]*\)")]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"(?<![A-Za-z_0-9])-?[0-9][0-9.:+-]*([eE][-+]?[0-9]+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b[xv][0-9]+\b")]
    private static partial Regex Identifiers();
}
