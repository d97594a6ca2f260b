using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MlGate.Reporting.Comments;

/// <summary>
/// The first bytes of a comment, by which it is found again. At the start, so that a quoted reply or a log that holds a marker never is one;
/// with the gate's name in quotes, so that no name is the beginning of another.
/// </summary>
internal static class CommentMarker
{
    private const int Longest = 120;
    private const int Kept = 60;

    /// <summary>The marker of a gate; the same name always gives the same, two names never do.</summary>
    public static string Of(string gate) => $"<!-- mlgate:comment v=1 gate=\"{Quote(gate)}\" -->";

    // Percent signs as in addresses: nothing is left that could end the quotes or the comment, or make a tag, a mention or a line.
    private static string Quote(string gate)
    {
        var quoted = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetBytes(gate))
        {
            var plain = char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'.' or (byte)'_' or (byte)'/' || (letter == '-' && quoted.Length > 0 && quoted[^1] != '-');
            if (plain) quoted.Append((char)letter);
            else quoted.Append(CultureInfo.InvariantCulture, $"%{letter:X2}");
        }

        // No other name holds a tilde.
        if (quoted.Length > Longest) return $"{quoted.ToString(0, Kept)}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(gate)))[..32]}";
        return quoted.ToString();
    }
}
