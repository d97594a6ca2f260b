using System.Text.RegularExpressions;
using MlGate.Findings;

namespace MlGate.GateFile.Yaml;

/// <summary>Paths of keys in the gate file; they name checks in reports and waivers.</summary>
internal static partial class KeyPath
{
    /// <summary>
    /// A key below another one. Names that are not simple words are quoted, so that a dot in a column's name is no step of the path.
    /// </summary>
    public static string Join(string parent, string key)
    {
        var step = SimpleWord().IsMatch(key)
            ? key
            : "\""
                + PrintableText.From(key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))
                + "\"";
        return parent.Length == 0 ? step : parent + "." + step;
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex SimpleWord();
}
