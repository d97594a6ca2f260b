using System.Runtime.CompilerServices;

namespace MlGate.Reporting.Wording;

/// <summary>
/// A sentence in pieces. Written as an interpolated string whose holes take pieces and counts only:
/// a foreign string cannot slip into a sentence without saying what it is, so each sink can escape it.
/// </summary>
[InterpolatedStringHandler]
internal sealed class SafeText
{
    private readonly List<TextPart> pieces;

    public SafeText(int literalLength, int formattedCount) =>
        pieces = new List<TextPart>((formattedCount * 2) + Math.Min(literalLength, 1));

    /// <summary>Nothing.</summary>
    public static SafeText Empty => new(0, 0);

    /// <summary>The pieces, in order.</summary>
    public IReadOnlyList<TextPart> Parts => pieces;

    public void AppendLiteral(string value) => pieces.Add(new TextPart(TextPartKind.Words, value));

    public void AppendFormatted(TextPart piece) => pieces.Add(piece);

    public void AppendFormatted(SafeText phrase) => pieces.AddRange(phrase.Parts);

    public void AppendFormatted(long count) => pieces.Add(TextPart.Number(Numbers.Count(count)));

    /// <summary>The phrase: makes the compiler read an interpolated string as one, where it would take it for a string.</summary>
    public static SafeText From(SafeText phrase) => phrase;

    /// <summary>Several phrases with words between them.</summary>
    public static SafeText Join(string words, IEnumerable<SafeText> phrases)
    {
        var joined = new SafeText(0, 0);
        foreach (var phrase in phrases)
        {
            if (joined.Parts.Count > 0)
            {
                joined.AppendLiteral(words);
            }

            joined.AppendFormatted(phrase);
        }

        return joined;
    }
}
