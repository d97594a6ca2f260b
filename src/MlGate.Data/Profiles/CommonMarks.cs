using MlGate.Data.Columns;
using MlGate.Data.Engines;

namespace MlGate.Data.Profiles;

/// <summary>
/// Texts that tools commonly write for "no value". They are never taken for missing unless the gate file says so; a finding of the type
/// names them.
/// </summary>
internal static class CommonMarks
{
    /// <summary>The texts, as they are written.</summary>
    public static readonly IReadOnlyList<string> Texts =
    [
        "NA",
        "N/A",
        "n/a",
        "#N/A",
        "NULL",
        "Null",
        "null",
        "None",
        "none",
        "NaN",
        "nan",
        "?",
        "-",
        "--",
    ];

    /// <summary>Conditions and words for those that are not of a column's type.</summary>
    public static IEnumerable<(string Condition, string Words)> Notes(TypedColumn column) =>
        Texts.Select(text =>
            (
                $"{column.X} = {column.Dialect.Text(text)}",
                $"are '{text}': if that means no value, add 'missing: [{Yaml(text)}]' to the dataset or the column"
            )
        );

    /// <summary>SQL that is true for a text that is none of the marks.</summary>
    public static string IsNone(TypedColumn column) => $"NOT {Sql.In(column.X, Texts.Select(column.Dialect.Text))}";

    // Plain only where every reader of YAML takes it for a text.
    private static string Yaml(string text) => text is "NA" or "None" or "none" ? text : $"\"{text}\"";
}
