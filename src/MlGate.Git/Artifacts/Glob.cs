using System.Text;
using System.Text.RegularExpressions;

namespace MlGate.Git.Artifacts;

/// <summary>A path with <c>*</c> (within a folder), <c>?</c> (one character) or <c>**</c> (folders of any depth).</summary>
internal sealed class Glob
{
    private readonly Regex pattern;
    private readonly string written;

    public Glob(string path)
    {
        written = path;
        var segments = path.Split('/');
        var plain = segments.TakeWhile(segment => !Is(segment)).Count();
        Folder = string.Join('/', segments.Take(plain));
        pattern = new Regex(Translate(path), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    /// <summary>The part before the first wildcard.</summary>
    public string Folder { get; }

    public static bool Is(string path) => path.AsSpan().ContainsAny('*', '?');

    public bool Matches(string path) => pattern.IsMatch(path);

    /// <summary>Can a file below a folder match?</summary>
    public bool MayMatchBelow(string folder)
    {
        var (wanted, given) = (written.Split('/'), folder.TrimEnd('/').Split('/'));
        for (var at = 0; at < given.Length; at++)
        {
            if (at >= wanted.Length - 1 || wanted[at].Contains("**", StringComparison.Ordinal))
            {
                return at < wanted.Length && wanted[at].Contains("**", StringComparison.Ordinal);
            }

            if (!new Glob(wanted[at]).Matches(given[at]))
            {
                return false;
            }
        }

        return true;
    }

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
                text.Append(
                    path[at] switch
                    {
                        '*' => "[^/]*",
                        '?' => "[^/]",
                        var plain => Regex.Escape(plain.ToString()),
                    }
                );
            }
        }

        return text.Append(@"\z").ToString();
    }
}
