using System.Text.RegularExpressions;

namespace MlGate.Reporting.Wording;

/// <summary>
/// The one place that makes foreign text safe for terminals and logs. Without control characters nothing can start a line or
/// an escape sequence; the marks that runners look for inside a line (<c>##[</c>, <c>##vso[</c>, <c>::name::</c>) are pulled apart.
/// </summary>
internal static partial class ConsoleText
{
    /// <summary>A name, in quotes only if it would not be seen as one word.</summary>
    public static string Name(string value)
    {
        var name = Defuse(CleanText.From(value, CleanText.NameCap));
        return name.Length == 0 || name.Contains(' ', StringComparison.Ordinal) ? $"'{name}'" : name;
    }

    /// <summary>A sentence.</summary>
    public static string Sentence(string value) => Defuse(CleanText.From(value, CleanText.SentenceCap));

    /// <summary>A file's path: longer than a name may be, and without the colon that ends it in a build log.</summary>
    public static string Path(string value) => Defuse(CleanText.From(value, 260).Replace(':', '_'));

    /// <summary>
    /// The whole path of a check, or what it is about: longer than a name, and in no quotes, because programs compare it.
    /// </summary>
    public static string Id(string value) => Defuse(CleanText.From(value, 260));

    /// <summary>
    /// A whole line, of any length: text of others in it must neither start a line of its own nor steer a terminal or a runner.
    /// </summary>
    public static string Line(string value) => Defuse(string.Concat(value.Select(letter => char.IsControl(letter) ? ' ' : letter)));

    /// <summary>A phrase.</summary>
    public static string From(SafeText phrase) => Defuse(string.Concat(phrase.Parts.Select(From)));

    private static string From(TextPart piece) =>
        piece.Kind switch
        {
            TextPartKind.Name => Name(piece.Value),
            TextPartKind.Text or TextPartKind.Label => Sentence(piece.Value),
            _ => piece.Value,
        };

    // GitHub reads `::command` at the start of a line and `##[command]` anywhere, Azure `##vso[` and `##[` anywhere. Tools like these
    // change: any pair is parted.
    private static string Defuse(string text) => Marks().Replace(text, "$0 ");

    [GeneratedRegex("#(?=#)|:(?=:)")]
    private static partial Regex Marks();
}
