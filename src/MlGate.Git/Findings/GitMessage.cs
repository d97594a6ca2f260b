namespace MlGate.Git.Findings;

/// <summary>Messages of git.</summary>
internal static class GitMessage
{
    private static readonly string[] Prefixes = ["fatal: ", "error: "];

    /// <summary>
    /// The message on one line: the first fatal error, else the first error, else the first line, with the lines that continue it.
    /// </summary>
    /// <remarks>
    /// Git lists what a sentence announces on lines of its own: names of extensions, files in the way. Hints and warnings are left out.
    /// </remarks>
    public static string Summarize(string message)
    {
        var lines = message.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
        var start = Prefixes
            .Select(prefix => lines.FindIndex(line => line.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(at => at >= 0)
            .DefaultIfEmpty(0)
            .First();
        if (lines.Count == 0)
        {
            return "no message";
        }

        var prefix = Prefixes.FirstOrDefault(prefix => lines[start].StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        var sentence = lines[start][prefix.Length..].Trim();
        var rest = lines.Skip(start + 1).TakeWhile(line => IsContinued(sentence, line)).Select(line => line.Trim()).ToList();
        return rest.Count == 0 ? sentence : $"{sentence} {string.Join(", ", rest)}";
    }

    private static bool IsContinued(string sentence, string line) =>
        char.IsWhiteSpace(line[0]) || (sentence.EndsWith(':') && !line.Contains(": ", StringComparison.Ordinal));
}
