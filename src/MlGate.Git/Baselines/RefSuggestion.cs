using MlGate.Findings;

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
        var shorts = names
            .Select(name =>
                Spaces.FirstOrDefault(space => name.StartsWith(space, StringComparison.Ordinal)) is { } space ? name[space.Length..] : name
            )
            .ToList();
        return shorts.Find(name =>
            name.EndsWith("/" + wanted, StringComparison.OrdinalIgnoreCase) || name.Equals(wanted, StringComparison.OrdinalIgnoreCase)
        )
            ?? shorts
                .Where(name => Math.Abs(name.Length - wanted.Length) <= 2)
                .Select(name => (Name: name, Edits: Spelling.Distance(name, wanted)))
                .Where(near => near.Edits <= Math.Clamp(wanted.Length / 3, wanted.Length > 1 ? 1 : 0, 2))
                .OrderBy(near => near.Edits)
                .Select(near => near.Name)
                .FirstOrDefault();
    }
}
