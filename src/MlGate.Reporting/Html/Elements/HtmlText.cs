using System.Text;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Html.Elements;

/// <summary>
/// The one place that makes foreign text safe for HTML and for SVG inside of it, as text and in quoted attributes: what could begin or end
/// a tag, an attribute or
/// a reference is written as a reference, after <see cref="CleanText"/> has taken out what nobody can see.
/// </summary>
internal static class HtmlText
{
    /// <summary>Plain text with a cap, for charts and attributes.</summary>
    public static string Plain(string value, int cap = CleanText.NameCap) => Encode(CleanText.From(value, cap));

    /// <summary>Words that MlGate wrote, escaped all the same.</summary>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0)
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => encoded.Append(letter),
            };
        }

        return encoded.ToString();
    }

    /// <summary>Appends a phrase.</summary>
    public static void Append(StringBuilder text, SafeText phrase)
    {
        foreach (var piece in phrase.Parts)
        {
            Append(text, piece);
        }
    }

    /// <summary>
    /// Appends a piece: names as code, sentences apart from the words around them, so that neither direction nor length spills over.
    /// </summary>
    public static void Append(StringBuilder text, TextPart piece) =>
        _ = piece.Kind switch
        {
            TextPartKind.Name => text.Append("<code>").Append(Filled(Plain(piece.Value))).Append("</code>"),
            TextPartKind.Label => text.Append("<bdi>").Append(Filled(Plain(piece.Value))).Append("</bdi>"),
            TextPartKind.Text => text.Append("<bdi>").Append(Filled(Plain(piece.Value, CleanText.SentenceCap))).Append("</bdi>"),
            TextPartKind.Number => text.Append(Encode(piece.Value.Replace('-', '\u2212').Replace(' ', '\u00A0'))),
            _ => text.Append(Encode(piece.Value)),
        };

    /// <summary>A phrase as plain text, escaped: for titles and the names of charts.</summary>
    public static string PlainOf(SafeText phrase) =>
        string.Concat(
            phrase.Parts.Select(piece =>
                piece.Kind switch
                {
                    TextPartKind.Name or TextPartKind.Label => Plain(piece.Value),
                    TextPartKind.Text => Plain(piece.Value, CleanText.SentenceCap),
                    TextPartKind.Number => Encode(piece.Value.Replace('-', '\u2212')),
                    _ => Encode(piece.Value),
                }
            )
        );

    private static string Filled(string text) => text.Length == 0 ? "&nbsp;" : text;
}
