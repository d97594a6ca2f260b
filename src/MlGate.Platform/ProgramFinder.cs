using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace MlGate.Platform;

/// <summary>
/// Finds programs by their absolute path, from <c>PATH</c> alone. A program that is started by its bare name can come from the working
/// directory: .NET looks there
/// before <c>PATH</c>, and so does Windows.
/// </summary>
public static class ProgramFinder
{
    /// <summary>The absolute path of a program; null when no folder of <c>PATH</c> has it.</summary>
    /// <param name="name">Its name without a folder and without <c>.exe</c>.</param>
    /// <param name="path">The value of <c>PATH</c>; null for none.</param>
    /// <param name="except">Absolute paths of folders whose programs are not trusted, with all below them.</param>
    public static string? Find(string name, string? path, params string[] except)
    {
        if (name.Length == 0 || name.IndexOfAny(['/', '\\', ':']) >= 0)
        {
            throw new ArgumentException("A program's name has no folder.", nameof(name));
        }

        // Only .exe: scripts of the other endings of PATHEXT would be run by cmd, which has rules of its own.
        var file = SystemKind.IsWindows ? name + ".exe" : name;
        return SearchPath.Folders(path, except).Select(folder => Path.Combine(folder, file)).FirstOrDefault(IsProgram);
    }

    /// <summary>The <c>dotnet</c> program that runs this process; null when another program does.</summary>
    public static string? CurrentDotnetHost()
    {
        var current = CurrentProgram();
        return current is not null && Path.GetFileNameWithoutExtension(current).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? current
            : null;
    }

    /// <summary>The absolute path of the program of this process; null when the system does not tell.</summary>
    public static string? CurrentProgram()
    {
#if NET
        return Environment.ProcessPath;
#else
        try
        {
            using var process = Process.GetCurrentProcess();
            return process.MainModule?.FileName;
        }
        catch (Exception problem)
            when (problem is InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException)
        {
            return null;
        }
#endif
    }

    /// <summary>True for an absolute path of a regular file that may be run.</summary>
    /// <param name="path">Any text.</param>
    public static bool IsProgram(string path)
    {
        const int Execute = 1;
        try
        {
            return Path.IsPathRooted(path)
                && File.Exists(path)
                && (SystemKind.IsWindows || NativeMethods.access(NativeMethods.Utf8(path), Execute) == 0);
        }
        catch (Exception problem) when (problem is DllNotFoundException or EntryPointNotFoundException)
        {
            return true;
        }
    }
}
