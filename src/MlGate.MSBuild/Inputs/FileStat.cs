using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using MlGate.Platform;

namespace MlGate.MSBuild.Inputs;

/// <summary>
/// What tells one content of a file from another without reading it: size, time of the last write, and the time of the last change, which
/// no tool sets back.
/// Where the system does not tell the last, the content's digest stands in for it.
/// </summary>
/// <param name="Text">One line that differs when the file may differ.</param>
/// <param name="LastTouched">The later of the two times, UTC.</param>
internal sealed record FileStat(string Text, DateTime LastTouched)
{
    public static readonly FileStat Absent = new("absent", DateTime.MinValue);

    public static FileStat From(string path)
    {
        try
        {
            var file = new FileInfo(path);
            var folder = !file.Exists;
            if (folder && !Directory.Exists(path))
            {
                return Absent;
            }

            var size = folder ? 0 : file.Length;
            var written = folder ? Directory.GetLastWriteTimeUtc(path) : file.LastWriteTimeUtc;
            var changed = ChangeTime.Read(path);
            var mark = changed?.Ticks.ToString(CultureInfo.InvariantCulture) ?? (folder ? "folder" : Digest(path));
            return new FileStat(
                string.Join(" ", size.ToString(CultureInfo.InvariantCulture), written.Ticks.ToString(CultureInfo.InvariantCulture), mark),
                changed > written ? changed.Value : written
            );
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new FileStat("unreadable " + exception.GetType().Name, DateTime.MinValue);
        }
    }

    private static string Digest(string path)
    {
        using var sha = SHA256.Create();
        using var stream = RegularFile.OpenRead(path, long.MaxValue, followLink: true);
        return Hex.Encode(sha.ComputeHash(stream));
    }
}
