namespace MlGate.Git.Findings;

/// <summary>A name in a command that is proposed to be copied into a POSIX shell.</summary>
internal static class ShellWord
{
    // What git lfs takes for more than a name: several, any, not.
    private const string LfsPattern = ",*?[]\\!";

    /// <summary>The name as one word that the shell takes as it is: bare if it means nothing to any shell, else in single quotes.</summary>
    /// <returns>Null for a name that cannot be shown as it is: then no command must be proposed.</returns>
    public static string? Quote(string name) =>
        name.Length == 0 || GitFinding.Shown(name) != name ? null
        : name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-') ? name
        : "'" + name.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    /// <summary>
    /// The option that limits git lfs to one file; empty, which means all, for a name that git lfs would take for a pattern.
    /// </summary>
    public static string LfsInclude(string name) => !name.Any(LfsPattern.Contains) && Quote(name) is { } word ? " --include=" + word : "";
}
