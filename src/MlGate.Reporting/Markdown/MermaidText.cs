using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>
/// The one place that makes foreign text safe for a Mermaid chart: inside quotes, in a fence. Letters, digits and a few marks stay; nothing
/// is left that could end
/// the quotes, the line or the fence, begin a directive or an entity, or mean something to HTML.
/// </summary>
internal static class MermaidText
{
    /// <summary>A string with its quotes; never an empty one, which the grammar does not know.</summary>
    /// <param name="value">Any text.</param>
    /// <param name="cap">Most characters.</param>
    public static string Quoted(string value, int cap)
    {
        var clean = CleanText.From(value, cap);
        var plain = string.Concat((clean.Length > cap ? clean[..cap] : clean).Select(letter => IsPlain(letter) ? letter : '_')).Trim();
        return plain.Length == 0 ? "\"_\"" : $"\"{plain}\"";
    }

    private static bool IsPlain(char letter) => char.IsLetterOrDigit(letter) || letter is ' ' or '.' or '_' or '-' or ',';
}
