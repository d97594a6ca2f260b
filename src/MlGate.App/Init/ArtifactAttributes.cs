using System.Text;
using MlGate.Platform;

namespace MlGate.App.Init;

/// <summary>
/// Lines of <c>.gitattributes</c> that keep git from converting the line ends of artifacts: their bytes are their version.
/// </summary>
internal static class ArtifactAttributes
{
    public const string FileName = ".gitattributes";

    private const long MostBytes = 16 << 20;

    /// <summary>Adds a line for each path that has none; other lines stay as they are.</summary>
    /// <param name="folder">The gate file's folder.</param>
    /// <param name="paths">Relative to it, with forward slashes.</param>
    /// <returns>False where the file is none that may be written: a link, a folder, a device.</returns>
    public static bool Add(string folder, IEnumerable<string> paths)
    {
        var path = Path.Combine(folder, FileName);
        var kind = Entry.KindOf(path, followLink: false);
        if (kind is not (EntryKind.File or EntryKind.Missing))
        {
            return false;
        }

        var text = kind == EntryKind.File ? RegularFile.ReadText(path, MostBytes) : "";
        var known = text.Split('\n').Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        var added = paths.Select(artifact => PatternOf(artifact) + " -text").Where(line => !known.Contains(line)).ToList();
        if (added.Count == 0)
        {
            return true;
        }

        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var between = text.Length == 0 || text.EndsWith('\n') ? "" : newLine;
        RegularFile.Write(path, text + between + string.Concat(added.Select(line => line + newLine)));
        return true;
    }

    // From the folder of the file; glob characters of a name are escaped, and a name with blanks is quoted as in C.
    private static string PatternOf(string path)
    {
        var pattern = new StringBuilder("/");
        foreach (var letter in path)
        {
            pattern.Append(letter is '*' or '?' or '[' or '\\' ? "\\" + letter : letter.ToString());
        }

        return path.AsSpan().IndexOfAny(" \"\t") < 0
            ? pattern.ToString()
            : "\"" + pattern.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\t", "\\t") + "\"";
    }
}
