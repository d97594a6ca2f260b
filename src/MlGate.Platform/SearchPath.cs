using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MlGate.Platform;

/// <summary>
/// The folders of the <c>PATH</c> variable. Empty and relative ones are left out: they name the working directory, which may hold the
/// programs of a stranger.
/// </summary>
public static class SearchPath
{
    /// <summary>The absolute folders, in order.</summary>
    /// <param name="path">The value of <c>PATH</c>; null for none.</param>
    /// <param name="except">Absolute paths of folders whose programs are not trusted, with all below them.</param>
    public static IReadOnlyList<string> Folders(string? path, params string[] except) =>
        [
            .. (path ?? "")
                .Split(Path.PathSeparator)
                .Select(Unquoted)
                .Where(IsAbsolute)
                .Where(folder => !except.Any(root => IsWithin(folder, root))),
        ];

    /// <summary>A value of <c>PATH</c> for child processes; never empty, because an empty one names the working directory.</summary>
    /// <param name="path">The value of <c>PATH</c>; null for none.</param>
    /// <param name="except">Absolute paths of folders whose programs are not trusted, with all below them.</param>
    public static string ForChild(string? path, params string[] except)
    {
        var folders = Folders(path, except);
        return folders.Count > 0 ? string.Join(Path.PathSeparator.ToString(), folders)
            : SystemKind.IsWindows ? Environment.SystemDirectory
            : "/usr/bin:/bin";
    }

    /// <summary>Lets a child process find programs in trusted folders only, and not in its working directory.</summary>
    /// <param name="environment">Its variables.</param>
    /// <param name="path">The value of <c>PATH</c>; null for the one among the variables.</param>
    /// <param name="except">Absolute paths of folders whose programs are not trusted, with all below them.</param>
    public static void Protect(IDictionary<string, string?> environment, string? path = null, params string[] except)
    {
        environment["PATH"] = ForChild(path ?? (environment.TryGetValue("PATH", out var own) ? own : null), except);
        if (SystemKind.IsWindows)
        {
            // Windows and cmd look for a program in the working directory first, unless this is set.
            environment["NoDefaultCurrentDirectoryInExePath"] = "1";
        }
    }

    // Windows allows quotes around an entry.
    private static string Unquoted(string folder) => SystemKind.IsWindows ? folder.Trim().Trim('"') : folder;

    // On Windows \folder and C:folder are relative to the current drive or folder.
    private static bool IsAbsolute(string folder) =>
        SystemKind.IsWindows
            ? folder.StartsWith(@"\\", StringComparison.Ordinal) || (folder.Length > 2 && folder[1] == ':' && folder[2] is '\\' or '/')
            : folder.Length > 0 && folder[0] == '/';

    private static bool IsWithin(string folder, string root)
    {
        var comparison = SystemKind.IsWindows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return Ended(folder).StartsWith(Ended(root), comparison);
    }

    private static string Ended(string folder)
    {
        try
        {
            return Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return folder;
        }
    }
}
