namespace MlGate.Reporting.Wording;

/// <summary>Names in a command that is there to be copied into a shell.</summary>
internal static class ShellWords
{
    /// <summary>
    /// The name as one word of a command: as it is, or between quotes where it holds no more than blanks and signs that mean nothing there;
    /// null for any other.
    /// </summary>
    public static string? Quoted(string text) =>
        AreHarmless(text) ? text
        : text.Length is > 0 and <= 200
        && text[0] != '-'
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '/' or ' ' or '=' or ',')
            ? $"\"{text}\""
        : null;

    /// <summary>Does the name mean nothing to any shell, nor to Markdown?</summary>
    public static bool AreHarmless(string text) =>
        text.Length is > 0 and <= 200
        && text[0] != '-'
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '/');
}
