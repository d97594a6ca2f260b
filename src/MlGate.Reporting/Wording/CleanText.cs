using System.Globalization;
using System.Text;

namespace MlGate.Reporting.Wording;

/// <summary>What every sink does to foreign text first: one line, nothing invisible, a cap on its length.</summary>
internal static class CleanText
{
    /// <summary>Longest name, in characters as a person counts them.</summary>
    public const int NameCap = 64;

    /// <summary>Longest sentence.</summary>
    public const int SentenceCap = 600;

    /// <summary>
    /// The text without control, format (bidirectional, zero-width, tags) and private characters, white space folded to single spaces, cut
    /// at the cap.
    /// </summary>
    public static string From(string text, int cap)
    {
        if (IsClean(text, cap))
        {
            return text;
        }

        // Far more than can be shown, and little enough to stay quick whatever arrives.
        var kept = new StringBuilder();
        var pending = false;
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, cap * 16)).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value is '\t' or '\n' or '\r')
            {
                pending = kept.Length > 0;
            }
            else if (Visible(rune))
            {
                if (pending)
                {
                    kept.Append(' ');
                }

                pending = false;
                kept.Append(rune.ToString());
            }
        }

        return Cut(kept.ToString(), cap, text.Length > cap * 16);
    }

    // Nearly all that is ever shown: letters without marks, arrows and mathematical signs, each of them one character for a person too.
    private static bool IsClean(string text, int cap)
    {
        if (text.Length > cap || text.StartsWith(' ') || text.EndsWith(' ') || text.Contains("  ", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (letter is not ((>= ' ' and <= '~') or (> '\u00A0' and < '\u0300' and not '\u00AD') or (>= '\u2190' and <= '\u22FF')))
            {
                return false;
            }
        }

        return true;
    }

    private static string Cut(string text, int cap, bool more)
    {
        var (count, end, before) = (0, 0, 0);
        var element = StringInfo.GetTextElementEnumerator(text);
        while (element.MoveNext())
        {
            // A letter may carry any number of marks: the cap holds for letters and, loosely, for what they are made of.
            var next = element.ElementIndex + element.GetTextElement().Length;
            if (count == cap || next > cap * 4)
            {
                return text[..before] + "…";
            }

            (count, before, end) = (count + 1, end, next);
        }

        return more ? text[..before] + "…" : text;
    }

    private static bool Visible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned => false,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,

            // Fillers and selectors that draw nothing but are no format characters by category.
            _ => rune.Value
                is not (
                    0x034F
                    or 0x115F
                    or 0x1160
                    or 0x17B4
                    or 0x17B5
                    or 0x2800
                    or 0x3164
                    or 0xFFA0
                    or (>= 0x180B and <= 0x180F)
                    or (>= 0xFE00 and <= 0xFE0F)
                    or (>= 0xE0100 and <= 0xE01EF)
                ),
        };
}
