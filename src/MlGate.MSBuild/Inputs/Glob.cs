using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace MlGate.MSBuild.Inputs;

/// <summary>
/// Finds the files of a pattern: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number of folders, everything else stands for
/// itself.
/// </summary>
internal static class Glob
{
    /// <summary>
    /// The files, relative to the folder as far as the pattern is, with <c>/</c>, sorted. A folder that cannot be read has none.
    /// </summary>
    public static IReadOnlyList<string> Expand(string folder, string pattern)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        Walk(folder, "", pattern.Split('/'), 0, found);
        return [.. found];
    }

    private static void Walk(string folder, string prefix, string[] segments, int at, SortedSet<string> found)
    {
        var (segment, last) = (segments[at], at == segments.Length - 1);
        if (segment == "**")
        {
            if (last)
            {
                AddFiles(folder, prefix, _ => true, found);
            }
            else
            {
                Walk(folder, prefix, segments, at + 1, found);
            }

            // A link to a folder is not followed: it may lead in a circle.
            foreach (
                var child in Entries(folder, folders: true).Where(child => (File.GetAttributes(child) & FileAttributes.ReparsePoint) == 0)
            )
            {
                Walk(child, prefix + Path.GetFileName(child) + "/", segments, at, found);
            }
        }
        else if (segment.IndexOfAny(['*', '?']) < 0)
        {
            var path = Path.Combine(folder, segment);
            if (last && File.Exists(path))
            {
                found.Add(prefix + segment);
            }
            else if (!last && Directory.Exists(path))
            {
                Walk(path, prefix + segment + "/", segments, at + 1, found);
            }
        }
        else if (last)
        {
            AddFiles(folder, prefix, Matcher(segment), found);
        }
        else
        {
            var matches = Matcher(segment);
            foreach (var child in Entries(folder, folders: true).Where(child => matches(Path.GetFileName(child))))
            {
                Walk(child, prefix + Path.GetFileName(child) + "/", segments, at + 1, found);
            }
        }
    }

    private static void AddFiles(string folder, string prefix, Func<string, bool> matches, SortedSet<string> found) =>
        found.UnionWith(Entries(folder, folders: false).Select(Path.GetFileName).Where(matches).Select(name => prefix + name));

    private static string[] Entries(string folder, bool folders)
    {
        try
        {
            return folders ? Directory.GetDirectories(folder) : Directory.GetFiles(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static Func<string, bool> Matcher(string segment)
    {
        var options =
            RegexOptions.CultureInvariant
            | RegexOptions.Singleline
            | (Path.DirectorySeparatorChar == '\\' ? RegexOptions.IgnoreCase : RegexOptions.None);
        var regex = new Regex(
            "^" + Regex.Escape(segment).Replace("\\*", "[^/]*").Replace("\\?", "[^/]") + "\\z",
            options,
            TimeSpan.FromSeconds(1)
        );
        return regex.IsMatch;
    }
}
