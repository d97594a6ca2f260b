using System.Globalization;
using System.Text;
using MlGate.Findings;

namespace MlGate.Publishing.Calls;

/// <summary>Makes one plain line of a text that others wrote.</summary>
internal static class PlainLine
{
    /// <summary>The text without control and format characters, without a full stop at its end, of at most so many characters.</summary>
    public static string From(string text, int most)
    {
        var plain = new StringBuilder();
        foreach (var rune in SecretText.Redact(text).EnumerateRunes())
        {
            var bad =
                Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator;
            plain.Append(bad ? " " : rune.ToString());
        }

        return Cut(plain.ToString().Trim().TrimEnd('.'), most);
    }

    /// <summary>At most so many characters; what is cut ends with an ellipsis and never within a grapheme.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var length = 0;
        while (length < text.Length && length + StringInfo.GetNextTextElementLength(text, length) is var next && next <= most - 1)
        {
            length = next;
        }

        return text[..length] + "…";
    }
}
