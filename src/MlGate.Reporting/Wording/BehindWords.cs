using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Reporting.Wording;

/// <summary>Says how far the baseline lies behind the branch that the work will be merged into.</summary>
internal static class BehindWords
{
    private const int Most = 3;

    /// <summary><c>The baseline is 14 commits behind origin/main</c>.</summary>
    public static Phrase Commits(Behind behind) =>
        $"The baseline is {behind.Commits} {new Piece(PieceKind.Words, behind.Commits == 1 ? "commit" : "commits")} behind "
        + $"{Piece.Name(behind.Branch)}";

    /// <summary>What it means: whether anything that was compared is another there by now.</summary>
    public static Phrase Meaning(Behind behind) =>
        behind.Changed.Count == 0
            ? Phrase.Of($"no dataset or model of this gate has changed there since")
            : Phrase.Of(
                $"{Names(behind.Changed)} {new Piece(PieceKind.Words, behind.Changed.Count == 1 ? "has" : "have")} changed there "
                    + $"since; update the branch to compare with the current version"
            );

    /// <summary>All of it in one sentence, without its full stop; null where the report knows of no lag.</summary>
    public static Phrase? Of(Report report) =>
        report.Behind is not { } behind ? null
        : behind.Changed.Count == 0 ? Phrase.Of($"{Commits(behind)}; {Meaning(behind)}")
        : Phrase.Of($"{Commits(behind)}, and {Meaning(behind)}");

    private static Phrase Names(IReadOnlyList<string> ids)
    {
        var names = Phrase.Join(", ", ids.Take(Most).Select(id => (Phrase)$"{Piece.Name(id)}"));
        return ids.Count > Most ? $"{names} and {(long)(ids.Count - Most)} more" : names;
    }
}
