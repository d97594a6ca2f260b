using System.Text.RegularExpressions;

namespace MlGate.Publishing.GitLab;

/// <summary>
/// GitLab obeys a line of a note that begins with a slash, such as <c>/merge</c>, with the rights of the token. No line of a comment is a
/// command.
/// </summary>
internal static partial class QuickActions
{
    /// <summary>The same text to whoever reads it, without lines that begin with a slash.</summary>
    /// <param name="markdown">A comment.</param>
    public static string Disarm(string markdown) => Slash().Replace(markdown.ReplaceLineEndings("\n"), "$1&#47;");

    // Also after blanks and marks of quotations and lists. Within a fence the entity would show; no fence of a comment begins a line so.
    [GeneratedRegex(@"^([ \t>*+-]*)/", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Slash();
}
