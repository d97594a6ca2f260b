using System.Text;

namespace MlGate.Reporting.Terminal;

/// <summary>
/// Pages of this repository's documentation for a terminal: headings, bold text and links without their marks, and no comments.
/// Code spans and examples stay as they are.
/// </summary>
internal static class PlainMarkdown
{
    private const string Fence = "```";
    private const string Comment = "<!--";
    private const string Bold = "**";

    /// <summary>The text of a page.</summary>
    /// <param name="markdown">With line feeds.</param>
    public static string From(string markdown)
    {
        var (lines, isExample) = (new List<string>(), false);
        foreach (var line in markdown.Split('\n'))
        {
            if (line.TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                isExample = !isExample;
            }
            else if (isExample || !line.StartsWith(Comment, StringComparison.Ordinal))
            {
                lines.Add(isExample ? line : Inline(WithoutHeading(line)));
            }
        }

        return string.Join('\n', lines);
    }

    private static string WithoutHeading(string line)
    {
        var marks = line.TakeWhile(letter => letter == '#').Count();
        return marks > 0 && marks < line.Length && line[marks] == ' ' ? line[(marks + 1)..] : line;
    }

    private static string Inline(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length; )
        {
            if (line[at] == '`' && line.IndexOf('`', at + 1) is var end and > 0)
            {
                text.Append(line, at, end + 1 - at);
                at = end + 1;
            }
            else if (line[at] == '[' && LinkAt(line, at) is var (words, after))
            {
                text.Append(Inline(words));
                at = after;
            }
            else if (string.CompareOrdinal(line, at, Bold, 0, Bold.Length) == 0)
            {
                at += Bold.Length;
            }
            else
            {
                text.Append(line[at++]);
            }
        }

        return text.ToString();
    }

    // [words](address)
    private static (string Words, int After)? LinkAt(string line, int at)
    {
        var middle = line.IndexOf("](", at, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : line.IndexOf(')', middle);
        return end < 0 || line.IndexOf('[', at + 1, middle - at - 1) >= 0 ? null : (line[(at + 1)..middle], end + 1);
    }
}
