using System.Text.RegularExpressions;
using MlGate.Findings;

namespace MlGate.GateFile.Yaml;

/// <summary>Explains texts that are no YAML.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Fix">The way out.</param>
internal sealed partial record YamlFault(int Line, int Column, string Found, string Fix)
{
    private const int Head = 4;

    /// <summary>What the text shows before it is parsed: another encoding, an unresolved merge. Null for nothing.</summary>
    public static YamlFault? From(string text)
    {
        if (text.StartsWith("\uFFFD\uFFFD", StringComparison.Ordinal) || text.AsSpan(0, Math.Min(Head, text.Length)).Contains('\0'))
        {
            return new YamlFault(1, 1, "UTF-16 or binary content", "Save the file as UTF-8");
        }

        var marker = ConflictMarker().Match(text);
        return marker.Success
            ? new YamlFault(
                text.AsSpan(0, marker.Index).Count('\n') + 1,
                1,
                $"the merge conflict marker {marker.Groups[1].Value}",
                "Resolve the conflict: keep one side, and remove the lines with <<<<<<<, ======= and >>>>>>>"
            )
            : null;
    }

    /// <summary>What the parser stumbled over, from the text; null where the parser's own words have to do.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="line">Where the parser stopped.</param>
    /// <param name="column">Where the parser stopped.</param>
    public static YamlFault? At(string text, int line, int column)
    {
        var lines = text.Split('\n');

        // The parser names the start of the map, which may be far above.
        var tab = Array.FindIndex(lines, one => one.TrimStart(' ').StartsWith('\t') && one.Trim().Length > 0);
        if (tab >= 0)
        {
            return new YamlFault(tab + 1, 1, "a tab in the indentation", "Indent with spaces, not with tabs");
        }

        if (line < 1 || line > lines.Length)
        {
            return null;
        }

        var stopped = lines[line - 1].TrimEnd('\r');
        if (column <= stopped.Length && column > 0 && stopped[column - 1] is '@' or '`' or '%')
        {
            return new YamlFault(
                line,
                column,
                $"a text that starts with {stopped[column - 1]}",
                $"Put the text in quotes: \"{PrintableText.From(stopped[(column - 1)..].TrimEnd(), most: 60)}\""
            );
        }

        // The line itself, or the one before it, which the parser took for the start of a longer text.
        foreach (var at in new[] { line, line - 1 }.Where(at => at >= 1))
        {
            var match = KeyWithoutColon().Match(lines[at - 1].TrimEnd('\r'));
            if (match.Success)
            {
                var fix =
                    $"Write '{PrintableText.From(match.Groups["key"].Value)}: "
                    + $"{PrintableText.From(match.Groups["value"].Value, most: 60)}': a colon and a "
                    + $"blank must follow a key";
                return new YamlFault(at, match.Groups["key"].Index + 1, "a line without 'key: value'", fix);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(<{7}|>{7})(?: .*)?\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ConflictMarker();

    [GeneratedRegex(@"^ *(?<key>[A-Za-z_][A-Za-z0-9_.-]*)(?: *=+ *| +|:)(?<value>[^\s:#=,{}\[\]]+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyWithoutColon();
}
