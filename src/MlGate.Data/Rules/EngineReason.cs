using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MlGate.Data.Columns;
using MlGate.Data.Engines;

namespace MlGate.Data.Rules;

/// <summary>The engine's reason as one short line: without its SQL, with the names of columns, and without any value of the data.</summary>
internal static partial class EngineReason
{
    private const int Longest = 200;

    /// <summary>The reason for which a rule cannot be computed on some row.</summary>
    public static string OfRow(EngineException exception, IReadOnlyList<TypedColumn> columns) =>
        WithNames(
            Numbers()
                .Replace(
                    Parentheses().Replace(Unclosed().Replace(Quoted().Replace(exception.Message, "a value"), "a value"), ""),
                    "a value"
                ),
            columns
        );

    /// <summary>The reason for which a rule cannot be used at all. No row was read.</summary>
    public static string OfRule(EngineException exception, IReadOnlyList<TypedColumn> columns) => WithNames(exception.Message, columns);

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
