using System.Text.RegularExpressions;

namespace MlGate.Actions.Tests;

/// <summary>The files of this repository that a runner, or a reader of the docs, takes.</summary>
internal static partial class Checkout
{
    public static string Root { get; } = Find();

    public static string Npm => Path.Combine(Root, "eng", "npm-actions");

    /// <summary>Path from the root, with slashes, of both actions.</summary>
    public static IReadOnlyList<string> Actions { get; } = ["action.yml", "publish/action.yml"];

    /// <summary>The workflows of this repository, and the complete ones among the examples of the docs.</summary>
    public static IReadOnlyList<(string Name, string Text)> Workflows =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, ".github", "workflows"))
                .Order(StringComparer.Ordinal)
                .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
            .. Examples(Read("docs/ci.md")),
        ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Blocks of YAML whose first line says which workflow they are.</summary>
    public static IEnumerable<(string Name, string Text)> Examples(string markdown) =>
        Block().Matches(markdown).Select(match => ("docs: " + match.Groups["name"].Value, match.Groups["text"].Value));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MlGate.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex(
        @"^```yaml\n(?<text># \.github/workflows/(?<name>[\w-]+)\.yml[^\n]*\n.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Block();
}
