namespace MlGate.Git.Locks;

/// <summary>What a path is on file systems that ignore case and how letters are composed: equal identities are one file there.</summary>
internal static class PathIdentity
{
    private const char FirstSyllable = '\uAC00';
    private const char LastSyllable = '\uD7A3';

    private static readonly Lazy<Dictionary<char, (char Letter, char Mark)>> Canonical = new(Load);

    /// <summary>
    /// Decomposed and lower-cased. The runtime itself does not compose letters here, because it runs without culture data.
    /// </summary>
    public static string From(string path)
    {
        if (System.Text.Ascii.IsValid(path))
        {
            return path.ToLowerInvariant();
        }

        var letters = new List<char>(path.Length * 2);
        foreach (var letter in path)
        {
            Decompose(letter, letters);
        }

        return new string([.. letters]).ToLowerInvariant();
    }

    private static void Decompose(char letter, List<char> to)
    {
        if (letter is >= FirstSyllable and <= LastSyllable)
        {
            // Korean syllables are arithmetic: The Unicode Standard, section 3.12.
            var index = letter - FirstSyllable;
            to.Add((char)(0x1100 + (index / 588)));
            to.Add((char)(0x1161 + (index % 588 / 28)));
            if (index % 28 > 0)
            {
                to.Add((char)(0x11a7 + (index % 28)));
            }
        }
        else if (Canonical.Value.TryGetValue(letter, out var parts))
        {
            Decompose(parts.Letter, to);
            if (parts.Mark != '\0')
            {
                to.Add(parts.Mark);
            }
        }
        else
        {
            to.Add(letter);
        }
    }

    // A line per letter: the letter, its base and its mark, as they are in UnicodeData.txt.
    private static Dictionary<char, (char Letter, char Mark)> Load()
    {
        using var stream = typeof(PathIdentity).Assembly.GetManifestResourceStream("MlGate.Git.Locks.Decompositions.txt")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(line => line[0], line => (line[1], line.Length > 2 ? line[2] : '\0'));
    }
}
