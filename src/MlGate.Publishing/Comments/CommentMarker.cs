using System.Globalization;
using System.Text;

namespace MlGate.Publishing.Comments;

/// <summary>The first bytes of a gate's comment, by which it is found again.</summary>
internal static class CommentMarker
{
    /// <summary>The marker of a gate; no two names have the same, and none is the start of another's.</summary>
    public static string Of(string gate) => $"<!-- mlgate:comment v=1 gate=\"{Escape(gate)}\" -->";

    // At the start only: a reply that quotes the comment, or a name in a table, holds the marker elsewhere.
    public static bool Begins(string? body, string gate) => body is not null && body.StartsWith(Of(gate), StringComparison.Ordinal);

    // Within an HTML comment neither quotes nor two hyphens may stand.
    private static string Escape(string gate)
    {
        var text = new StringBuilder();
        foreach (var part in Encoding.UTF8.GetBytes(gate))
        {
            var plain = char.IsAsciiLetterOrDigit((char)part) || part is (byte)'_' or (byte)'.' or (byte)'/' || (part == '-' && text.Length > 0 && text[^1] != '-');
            if (plain) text.Append((char)part);
            else text.Append(CultureInfo.InvariantCulture, $"%{part:X2}");
        }

        return text.ToString();
    }
}
