namespace MlGate.Reporting.Wording;

/// <summary>Names in a command that is there to be copied into a shell.</summary>
internal static class ShellWords
{
    /// <summary>Does the name mean nothing to any shell, nor to Markdown?</summary>
    public static bool AreHarmless(string text) =>
        text.Length is > 0 and <= 200 && text[0] != '-' && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '/');
}
