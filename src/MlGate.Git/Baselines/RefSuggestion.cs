namespace MlGate.Git.Baselines;

/// <summary>The ref that somebody probably meant.</summary>
internal static class RefSuggestion
{
    private static readonly string[] Spaces = ["refs/heads/", "refs/tags/", "refs/remotes/"];

    /// <summary>A near ref, short; null when none is near.</summary>
    /// <param name="wanted">What was written.</param>
    /// <param name="names">Full names.</param>
    public static string? For(string wanted, IReadOnlyList<string> names)
    {
        var shorts = names.Select(name => Spaces.FirstOrDefault(space => name.StartsWith(space, StringComparison.Ordinal)) is { } space ? name[space.Length..] : name).ToList();
        return shorts.Find(name => name.EndsWith("/" + wanted, StringComparison.OrdinalIgnoreCase) || name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? shorts.Where(name => Math.Abs(name.Length - wanted.Length) <= 2)
                .Select(name => (Name: name, Edits: Edits(name, wanted)))
                .Where(near => near.Edits <= Math.Clamp(wanted.Length / 3, wanted.Length > 1 ? 1 : 0, 2))
                .OrderBy(near => near.Edits)
                .Select(near => near.Name)
                .FirstOrDefault();
    }

    // Levenshtein's distance, one row at a time.
    private static int Edits(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
