using System.Globalization;
using System.Linq;

namespace MlGate.MSBuild.Answers;

/// <summary>
/// Text that came from elsewhere, made fit for one line of a log: a line break would let it pose as an error of another file or as a
/// command to the build server,
/// an escape sequence or a change of writing direction as something else than it is.
/// </summary>
internal static class OneLine
{
    public static string From(string text) =>
        text.Any(IsUnsafe) ? new string([.. text.Select(letter => IsUnsafe(letter) ? ' ' : letter)]) : text;

    private static bool IsUnsafe(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter)
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Format;
}
