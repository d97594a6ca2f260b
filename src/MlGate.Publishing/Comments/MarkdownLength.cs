using System.Text;

namespace MlGate.Publishing.Comments;

/// <summary>Makes Markdown fit by leaving out whole parts at its end: nothing is cut within a table, a fence or an element.</summary>
internal static class MarkdownLength
{
    private const string Note = "\n\n_The rest is in the full report._";

    /// <param name="text">Lines end with LF.</param>
    /// <param name="most">In bytes of UTF-8.</param>
    public static string Fit(string text, int most)
    {
        if (Encoding.UTF8.GetByteCount(text) <= most)
        {
            return text;
        }

        var (room, bytes, length, end) = (most - Encoding.UTF8.GetByteCount(Note), 0, 0, 0);
        var (depth, fenced) = (0, false);
        foreach (var line in text.Split('\n'))
        {
            // A blank line outside everything ends a part.
            if (line.Length == 0 && depth == 0 && !fenced)
            {
                end = length;
            }

            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fenced = !fenced;
            }

            if (!fenced)
            {
                depth += Count(line, "<details") - Count(line, "</details>");
            }

            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            if (bytes > room)
            {
                break;
            }

            length += line.Length + 1;
        }

        return text[..end].TrimEnd('\n') + Note;
    }

    private static int Count(string line, string tag) => line.Split(tag).Length - 1;
}
