using System;
using System.IO;
using System.Threading;
using MlGate.Platform;

namespace MlGate.MSBuild.Inputs;

/// <summary>A file that one holds open at a time. The system closes it with the process that holds it, however that ends.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The open file if it is free; null while somebody else holds it.</summary>
    public static FileStream? Try(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return RegularFile.OpenLock(path);
        }
        catch (IOException problem) when (problem is not UnsafeFileException && File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Waits for it; null when it was cancelled.</summary>
    public static FileStream? Wait(string path, WaitHandle cancelled)
    {
        FileStream? held;
        while ((held = Try(path)) is null && !cancelled.WaitOne(Pause)) { }

        return held;
    }
}
