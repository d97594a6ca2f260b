using System.Globalization;
using System.Text;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>
/// The one place that makes foreign text safe for Markdown, as GitHub, Azure and GitLab render it: nothing that it writes can become a
/// link, an image, a mention, a reference, a table cell, HTML or an emoji.
/// </summary>
internal static class MarkdownText
{
    // Sites look for mentions, references, addresses and emoji in the rendered text, so entities alone do not stop them: a zero-width space
    // does.
    private const char Apart = '\u200B';
    private const string Harmless = " ,;%+=/()'\"?!.-";

    /// <summary>A name in a code span.</summary>
    public static string Name(string value)
    {
        var name = CleanText.From(value, CleanText.NameCap);
        if (name.Length == 0)
        {
            return "<code>&nbsp;</code>";
        }

        return name.All(IsPlain) ? $"`{name}`" : $"<code>{Encode(name)}</code>";
    }

    /// <summary>A sentence.</summary>
    public static string Sentence(string value)
    {
        var text = CleanText.From(value, CleanText.SentenceCap);
        return text.Length == 0 ? "&nbsp;" : Encode(text);
    }

    /// <summary>A number: a true minus sign, and no line break inside.</summary>
    public static string Number(string value) => value.Replace('-', '\u2212').Replace(' ', '\u00A0');

    /// <summary>A phrase.</summary>
    public static string From(SafeText phrase) => string.Concat(phrase.Parts.Select(From));

    private static string From(TextPart piece) =>
        piece.Kind switch
        {
            TextPartKind.Name or TextPartKind.Label => Name(piece.Value),
            TextPartKind.Text => Sentence(piece.Value),
            TextPartKind.Number => Number(piece.Value),
            _ => piece.Value,
        };

    // Between backticks these mean nothing, in a table neither. Everything else takes the long way.
    private static bool IsPlain(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '/' or '=' or '+' or ':' or ' ' or ',' or '(' or ')';

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length * 2);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (
                char.IsAsciiLetterOrDigit(letter)
                || letter > '\u007F'
                || (
                    Harmless.Contains(letter, StringComparison.Ordinal)
                    && !StartsLink(text, at)
                    && !StartsBlock(text, at)
                    && !IsDoubled(text, at)
                )
                || IsInside(text, at)
            )
            {
                encoded.Append(letter);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"&#{(int)letter};");
            }

            if (
                letter is '@' or '#'
                || (letter == ':' && at + 1 < text.Length && text[at + 1] is not (' ' or (>= '0' and <= '9')))
                || EndsReference(text, at)
                || StartsReference(text, at)
            )
            {
                encoded.Append(Apart);
            }
        }

        return encoded.ToString();
    }

    // A colon before a space starts no address and no emoji; an underscore inside a word starts no emphasis.
    private static bool IsInside(string text, int at) =>
        text[at] switch
        {
            ':' => at + 1 < text.Length && text[at + 1] == ' ',
            '_' => at > 0 && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at + 1]),
            _ => false,
        };

    // A sentence may begin a line, where these begin a list, a rule or a heading.
    private static bool StartsBlock(string text, int at) =>
        text[at] switch
        {
            '-' or '+' or '=' => at == 0,
            '.' or ')' => !text.AsSpan(0, at).ContainsAnyExceptInRange('0', '9') && (at + 1 == text.Length || text[at + 1] == ' '),
            _ => false,
        };

    // `==marked==` and `++inserted++`, which some sites know.
    private static bool IsDoubled(string text, int at) =>
        (text[at] is '=' or '+') && ((at > 0 && text[at - 1] == text[at]) || (at + 1 < text.Length && text[at + 1] == text[at]));

    // `www.` is a link of its own; so is `GH-12` an issue of its own.
    private static bool StartsLink(string text, int at) =>
        text[at] == '.' && at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    // GitLab: `!12` is a merge request, `~bug` a label, `%v1` a milestone, `$3` a snippet, `&4` an epic.
    private static bool StartsReference(string text, int at) =>
        text[at] is '!' or '~' or '%' or '$' or '&' or '^'
        && at + 1 < text.Length
        && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is '"' or '\'');

    private static bool EndsReference(string text, int at) =>
        text[at] == '-' && at >= 2 && text.AsSpan(at - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase);
}
