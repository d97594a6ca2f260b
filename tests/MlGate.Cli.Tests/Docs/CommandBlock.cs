using System.Text.RegularExpressions;

namespace MlGate.Cli.Tests.Docs;

/// <summary>A block of commands in the documentation.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Commands">What a reader would copy.</param>
/// <param name="WaitsFor">Why no test can run it, as a comment before it says; null for one that runs.</param>
internal sealed partial record CommandBlock(string Place, string Commands, string? WaitsFor)
{
    /// <summary>The blocks of the README and of all pages.</summary>
    public static IReadOnlyList<CommandBlock> All(string root) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories)
                .Append(Path.Combine(root, "README.md"))
                .Order(StringComparer.Ordinal)
                .SelectMany(file =>
                    Find(Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(file))
                ),
        ];

    /// <summary>The blocks of a page.</summary>
    public static IEnumerable<CommandBlock> Find(string name, string markdown) =>
        Blocks()
            .Matches(markdown.ReplaceLineEndings("\n"))
            .Select(match => new CommandBlock(
                $"{name}:{markdown.AsSpan(0, match.Groups["commands"].Index).Count('\n')}",
                match.Groups["commands"].Value,
                match.Groups["reason"] is { Success: true } reason ? reason.Value.Trim() : null
            ));

    [GeneratedRegex(
        @"(^[ ]*<!-- waits for:(?<reason>[^>\n]+)-->[ ]*\n\n?)?^[ ]*```(sh|bash|shell|console)[ ]*\n(?<commands>.*?)^[ ]*```",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Blocks();
}
