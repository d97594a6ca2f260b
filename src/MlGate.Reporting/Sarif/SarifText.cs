using System.Text;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Sarif;

/// <summary>
/// The one place that makes foreign text safe for SARIF messages. A message may hold links in brackets and places for arguments in braces
/// (SARIF 2.1.0, 3.11.5 and 3.11.6); and hosts show messages in reviews, where they look for mentions, references and addresses.
/// </summary>
internal static class SarifText
{
    private const char Apart = '\u200B';

    /// <summary>A sentence.</summary>
    public static string Sentence(string value)
    {
        var text = CleanText.From(value, CleanText.SentenceCap);
        var safe = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            if (letter is '[' or ']' or '\\')
            {
                safe.Append('\\').Append(letter);
            }
            else if (letter is '{' or '}')
            {
                safe.Append(letter).Append(letter);
            }
            else
            {
                safe.Append(letter);
            }

            if (letter is '@' or '#' or ':' or '!' or '<' or '`' || Ends(safe, "www.") || Ends(safe, "gh-"))
            {
                safe.Append(Apart);
            }
        }

        return safe.Replace(":" + Apart + " ", ": ").ToString();
    }

    /// <summary>A name: the same, and never longer than a path.</summary>
    public static string Name(string value) => CleanText.From(value, 260);

    private static bool Ends(StringBuilder text, string word) =>
        text.Length >= word.Length
        && text.ToString(text.Length - word.Length, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
}
