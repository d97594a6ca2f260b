using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Csv;

/// <summary>
/// The one place that makes foreign text safe for spreadsheets: always in quotes, and what a spreadsheet would take for a formula
/// starts with an apostrophe, which shows that it is text.
/// </summary>
internal static class CsvText
{
    // The wide forms are formulas in some languages' spreadsheets.
    private const string StartsFormula = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212|%";

    /// <summary>A cell; empty for null.</summary>
    public static string From(string? value)
    {
        if (value is null)
        {
            return "";
        }

        var text = CleanText.From(value, CleanText.SentenceCap);
        var prefix =
            text.TrimStart('\'', '"', ' ') is [var first, ..] && StartsFormula.Contains(first, StringComparison.Ordinal) ? "'" : "";
        return $"\"{prefix}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
