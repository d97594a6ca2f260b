using System.Text;
using MlGate.Reports;

namespace MlGate.Publishing.Comments;

/// <summary>The text of a comment: marker, what was rendered, state.</summary>
/// <param name="Text">Without a newline at its end.</param>
/// <param name="Shortened">True if parts were left out.</param>
internal sealed record CommentBody(string Text, bool Shortened)
{
    /// <param name="gate">The gate's name.</param>
    /// <param name="rendered">May hold marker and state already; they are replaced.</param>
    /// <param name="state">Of this result.</param>
    /// <param name="most">What the server takes, in bytes of UTF-8.</param>
    public static CommentBody From(string gate, string rendered, CommentState state, int most)
    {
        var (marker, line) = (CommentMarker.From(gate), state.Write());
        var lines = rendered.ReplaceLineEndings("\n").Trim('\n').Split('\n').ToList();
        if (lines[0].StartsWith(marker, StringComparison.Ordinal))
        {
            lines.RemoveAt(0);
        }

        if (lines.Count > 0 && CommentState.IsLine(lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var content = string.Join('\n', lines).Trim('\n');
        var room = most - Encoding.UTF8.GetByteCount(marker) - Encoding.UTF8.GetByteCount(line) - 2;
        var fitting = MarkdownLength.Fit(content, room);
        return new CommentBody($"{marker}\n{fitting}\n{line}", fitting.Length != content.Length);
    }

    /// <summary>Equal but for what servers change on their own: line endings and blanks at the end.</summary>
    public static bool Same(string? one, string other) =>
        one?.ReplaceLineEndings("\n").TrimEnd() == other.ReplaceLineEndings("\n").TrimEnd();
}
