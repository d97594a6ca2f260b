namespace MlGate.Findings;

/// <summary>Finds what was probably meant.</summary>
public static class Spelling
{
    /// <summary>The nearest of the known words, if it is near: at most one slip in three letters, or the one that it starts.</summary>
    public static string? Nearest(string word, IReadOnlyCollection<string> known)
    {
        var best = known
            .Select(candidate => (Candidate: candidate, Distance: Distance(Simple(word), Simple(candidate))))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        if (best.Candidate is null)
        {
            return null;
        }

        var shorter = Math.Min(word.Length, best.Candidate.Length);
        return best.Distance < shorter && best.Distance <= Math.Max(1, shorter / 3) ? best.Candidate : Longer(word, known);
    }

    /// <summary>The fix that names it.</summary>
    public static string? FixFor(string word, IReadOnlyCollection<string> known) =>
        Synonyms.For(word, known) is { Count: > 0 } meant
            ? "Did you mean " + string.Join(" or ", meant.Select(one => PrintableText.Quote(one))) + "?"
        : Nearest(word, known) is { } near ? "Did you mean " + PrintableText.Quote(near) + "?"
        : null;

    /// <summary>
    /// Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and swaps of neighbours.
    /// </summary>
    public static int Distance(string one, string other)
    {
        // A name is short; whatever is longer is no slip of the pen and must not cost quadratic time.
        if (one.Length > 100 || other.Length > 100)
        {
            return int.MaxValue;
        }

        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= other.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }

    // 'int' for 'integer', 'minimum' for 'min': one is the start of the other, and of no third.
    private static string? Longer(string word, IReadOnlyCollection<string> known)
    {
        var alike = known
            .Where(candidate =>
                Math.Min(word.Length, candidate.Length) >= 3
                && (
                    candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                    || word.StartsWith(candidate, StringComparison.OrdinalIgnoreCase)
                )
            )
            .ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    // max_drop, MaxDrop and max-drop are one word to a person.
    private static string Simple(string word) => word.ToLowerInvariant().Replace('_', '-');
}
