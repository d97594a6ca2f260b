using System.Runtime.CompilerServices;
using System.Text;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Html.Elements;

/// <summary>
/// HTML that is safe already. Written as an interpolated string whose holes take markup, phrases, pieces and counts only:
/// a foreign string cannot get into a page without going through <see cref="HtmlText"/>.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Markup
{
    private readonly StringBuilder text;

    public Markup(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Nothing.</summary>
    public static Markup Empty => new(0, 0);

    /// <summary>Characters; 0 for nothing.</summary>
    public int Length => text.Length;

    /// <summary>Bytes of UTF-8, or a few more.</summary>
    public int Bytes
    {
        get
        {
            var bytes = 0;
            foreach (var chunk in text.GetChunks())
            {
                bytes += Encoding.UTF8.GetByteCount(chunk.Span);
            }

            return bytes;
        }
    }

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(Markup markup) => text.Append(markup.text);

    public void AppendFormatted(SafeText phrase) => HtmlText.Append(text, phrase);

    public void AppendFormatted(TextPart piece) => HtmlText.Append(text, piece);

    public void AppendFormatted(long count) => text.Append(Numbers.Count(count));

    /// <summary>The markup: makes the compiler read an interpolated string as one, where it would take it for a string.</summary>
    public static Markup From(Markup markup) => markup;

    /// <summary>One after the other, each on a line of its own.</summary>
    public static Markup Lines(IEnumerable<Markup> parts)
    {
        var all = Empty;
        foreach (var part in parts)
        {
            if (all.text.Length > 0 && part.text.Length > 0)
            {
                all.text.Append('\n');
            }

            all.text.Append(part.text);
        }

        return all;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
