using System.Text;
using System.Text.RegularExpressions;

namespace MlGate.Git.Artifacts;

/// <summary>A path with <c>*</c> (within a folder), <c>?</c> (one character) or <c>**</c> (folders of any depth).</summary>
internal sealed class Glob
{
    private readonly Regex pattern;

    public Glob(string path)
    {
        var segments = path.Split('/');
        var plain = segments.TakeWhile(segment => !Is(segment)).Count();
        Folder = string.Join('/', segments.Take(plain));
        pattern = new Regex(Translate(path), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    /// <summary>The part before the first wildcard.</summary>
    public string Folder { get; }

    public static bool Is(string path) => path.AsSpan().ContainsAny('*', '?');

    public bool Matches(string path) => pattern.IsMatch(path);

    private static string Translate(string path)
    {
        var text = new StringBuilder(@"\A");
        for (var at = 0; at < path.Length; at++)
        {
            var rest = path.AsSpan(at);
            if (rest.StartsWith("**/", StringComparison.Ordinal) && (at == 0 || path[at - 1] == '/'))
            {
                text.Append("(?:[^/]+/)*");
                at += 2;
            }
            else if (rest.StartsWith("**", StringComparison.Ordinal))
            {
                text.Append(".*");
                at++;
            }
            else
            {
                text.Append(path[at] switch { '*' => "[^/]*", '?' => "[^/]", var plain => Regex.Escape(plain.ToString()) });
            }
        }

        return text.Append(@"\z").ToString();
    }
}
