using System.Runtime.CompilerServices;

namespace MlGate.Reporting.Wording;

/// <summary>
/// A sentence in pieces. Written as an interpolated string whose holes take pieces and counts only:
/// a foreign string cannot slip into a sentence without saying what it is, so each sink can escape it.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Phrase
{
    private readonly List<Piece> pieces;

    public Phrase(int literalLength, int formattedCount) => pieces = new List<Piece>((formattedCount * 2) + Math.Min(literalLength, 1));

    /// <summary>Nothing.</summary>
    public static Phrase Empty => new(0, 0);

    /// <summary>The pieces, in order.</summary>
    public IReadOnlyList<Piece> Pieces => pieces;

    public void AppendLiteral(string value) => pieces.Add(new Piece(PieceKind.Words, value));

    public void AppendFormatted(Piece piece) => pieces.Add(piece);

    public void AppendFormatted(Phrase phrase) => pieces.AddRange(phrase.Pieces);

    public void AppendFormatted(long count) => pieces.Add(Piece.Number(Numbers.Count(count)));

    /// <summary>The phrase: makes the compiler read an interpolated string as one, where it would take it for a string.</summary>
    public static Phrase Of(Phrase phrase) => phrase;

    /// <summary>Several phrases with words between them.</summary>
    public static Phrase Join(string words, IEnumerable<Phrase> phrases)
    {
        var joined = new Phrase(0, 0);
        foreach (var phrase in phrases)
        {
            if (joined.Pieces.Count > 0)
            {
                joined.AppendLiteral(words);
            }

            joined.AppendFormatted(phrase);
        }

        return joined;
    }
}
