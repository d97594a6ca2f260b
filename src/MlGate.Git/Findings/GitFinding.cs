using System.Globalization;
using System.Text;
using MlGate.Findings;

namespace MlGate.Git.Findings;

/// <summary>Makes findings that say why there is no value.</summary>
internal static class GitFinding
{
    public static Finding Create(
        Diagnostic diagnostic,
        CheckId id,
        string subject,
        string found,
        string expected,
        string? fix,
        FilePlace? place = null
    ) =>
        new()
        {
            Code = diagnostic.Code,
            Id = id,
            Subject = Shown(subject),
            Outcome = diagnostic == Diagnostics.NoBaselineFound ? Outcome.NoBaseline : Outcome.NotMeasured,
            Found = found,
            Expected = expected,
            Fix = fix,
            Place = place,
        };

    /// <summary>
    /// Text from outside on one line: control, bidirectional and zero-width characters become escapes, and it is cut at 200.
    /// </summary>
    public static string Shown(string text)
    {
        text = SecretText.Redact(text);
        if (text.Length <= 200 && text.All(IsPlain))
        {
            return text;
        }

        var shown = new StringBuilder();
        foreach (var character in text.Take(200))
        {
            _ = IsPlain(character) ? shown.Append(character) : shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return shown.Append(text.Length > 200 ? "…" : "").ToString();
    }

    private static bool IsPlain(char character) =>
        char.IsAscii(character)
            ? !char.IsControl(character)
            : char.GetUnicodeCategory(character)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                );
}
