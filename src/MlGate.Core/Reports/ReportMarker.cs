using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MlGate.Reports;

/// <summary>
/// The first bytes of a report that is posted, by which whoever posts the next one finds it again. At the start, so that a quoted reply or
/// a log that holds a marker never is one;
/// with the gate's name in quotes, so that no name is the beginning of another.
/// </summary>
public static class ReportMarker
{
    private const int Longest = 120;
    private const int Kept = 60;

    /// <summary>
    /// The marker of a gate; the same name always gives the same, two names never do, and none is the beginning of another's.
    /// </summary>
    /// <param name="gate">The gate's name, of any length and with any letters.</param>
    /// <returns>One HTML comment on one line, of at most 160 ASCII letters.</returns>
    public static string From(string gate) => $"<!-- mlgate:comment v=1 gate=\"{Quote(gate)}\" -->";

    // Percent signs as in addresses: nothing is left that could end the quotes or the comment, or make a tag, a mention or a line.
    private static string Quote(string gate)
    {
        var quoted = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetBytes(gate))
        {
            var plain =
                char.IsAsciiLetterOrDigit((char)letter)
                || letter is (byte)'.' or (byte)'_' or (byte)'/'
                || (letter == '-' && quoted.Length > 0 && quoted[^1] != '-');
            if (plain)
            {
                quoted.Append((char)letter);
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"%{letter:X2}");
            }
        }

        // No other name holds a tilde.
        if (quoted.Length > Longest)
        {
            return $"{quoted.ToString(0, Kept)}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(gate)))[..32]}";
        }

        return quoted.ToString();
    }
}
