using System.Globalization;
using System.Text;

namespace MlGate.Findings;

/// <summary>Text of a gate file as a message shows it: one line, no control characters, not endless.</summary>
public static class PrintableText
{
    private const int Most = 60;

    /// <summary>The text in single quotes.</summary>
    public static string Quote(string text) => "'" + From(text) + "'";

    /// <summary>
    /// The text on one line, cut after <paramref name="most"/> characters; control and format characters as <c>\u{202e}</c>.
    /// </summary>
    public static string From(string text, int most = Most)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= most)
            {
                return shown.Append('…').ToString();
            }

            // Format characters too: a right-to-left override would turn the line of a log around.
            var category = Rune.GetUnicodeCategory(rune);
            if (
                category
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse
            )
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            }
            else
            {
                shown.Append(rune.ToString());
            }
        }

        return shown.ToString();
    }
}
