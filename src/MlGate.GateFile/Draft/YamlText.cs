using System.Globalization;
using System.Text;
using MlGate.Findings;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Draft;

/// <summary>Writes texts so that every reader of YAML, old or new, reads the same text again.</summary>
internal static class YamlText
{
    // Readers of YAML 1.1 are still about: their booleans and numbers are quoted too.
    private static readonly HashSet<string> OldWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "y",
        "n",
        "yes",
        "no",
        "on",
        "off",
        "true",
        "false",
        "null",
        "nan",
        "inf",
    };

    /// <summary>A text, quoted unless it is a plain word to everybody.</summary>
    public static string From(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>A number without unit.</summary>
    public static string From(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage where that is exact in a few digits, else as a number.</summary>
    public static string Share(double share)
    {
        var percent = Math.Round(share * 100, 6);
        var written = percent.ToString("0.######", CultureInfo.InvariantCulture) + "%";
        return double.Parse(written[..^1] + "e-2", CultureInfo.InvariantCulture).Equals(share) ? written : From(share);
    }

    /// <summary>Text behind <c>#</c>, a line each.</summary>
    public static IEnumerable<string> Comment(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => ("# " + PrintableText.From(line, most: 400)).TrimEnd());

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or '/' or '+' or '(' or ')' or '*' or ' ')
        && text[^1] != ' '
        && !OldWords.Contains(text)
        && new ScalarNode(text, true, new FilePlace("", 0, 0)).IsText;

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(
                letter switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ when NeedsEscape(letter) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                    _ => letter.ToString(),
                }
            );
        }

        return quoted.Append('"').ToString();
    }

    // Surrogates stay as they are: a pair is one character, and YAML has no escape for half of one.
    private static bool NeedsEscape(char letter) =>
        letter is '\uFEFF' or '\uFFFE' or '\uFFFF'
        || CharUnicodeInfo.GetUnicodeCategory(letter)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
