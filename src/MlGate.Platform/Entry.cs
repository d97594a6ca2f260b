using System;
using System.IO;
using System.Runtime.InteropServices;

namespace MlGate.Platform;

/// <summary>The kind of what a path or an open file is, asked without opening it.</summary>
public static class Entry
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint Basic = 0x7ff;
    private const int ModeOffset = 28;
    private const int NoSuchFile = 2;
    private const int NotAFolder = 20;

    /// <summary>The kind of a path; a link at its end is followed only if that is wanted.</summary>
    public static EntryKind KindOf(string path, bool followLink) =>
        SystemKind.IsKnownLinux && Ask(CurrentFolder, path, followLink ? 0 : NoFollow) is { } kind ? kind : Portable(path, followLink);

    /// <summary>The kind of an open file.</summary>
    /// <param name="file">Its number.</param>
    public static EntryKind KindOf(int file) => SystemKind.IsKnownLinux && Ask(file, "", EmptyPath) is { } kind ? kind : EntryKind.Unknown;

    /// <summary>How messages call a kind.</summary>
    public static string NameOf(EntryKind kind) =>
        kind switch
        {
            EntryKind.Folder => "a folder",
            EntryKind.Link => "a symbolic link",
            EntryKind.Pipe => "a named pipe",
            EntryKind.Socket => "a socket",
            EntryKind.Device => "a device",
            _ => "not a regular file",
        };

    private static EntryKind? Ask(int folder, string path, int flags)
    {
        try
        {
            var buffer = new byte[256];
            if (NativeMethods.statx(folder, NativeMethods.Utf8(path), flags, Basic, buffer) == 0)
            {
                return (BitConverter.ToUInt16(buffer, ModeOffset) & 0xf000) switch
                {
                    0x8000 => EntryKind.File,
                    0x4000 => EntryKind.Folder,
                    0xa000 => EntryKind.Link,
                    0x1000 => EntryKind.Pipe,
                    0xc000 => EntryKind.Socket,
                    _ => EntryKind.Device,
                };
            }

            return Marshal.GetLastWin32Error() is NoSuchFile or NotAFolder ? EntryKind.Missing : null;
        }
        catch (Exception problem) when (problem is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static EntryKind Portable(string path, bool followLink)
    {
        FileAttributes attributes;
        try
        {
            attributes = File.GetAttributes(path);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return EntryKind.Missing;
        }

        return (attributes & FileAttributes.ReparsePoint) != 0 && !followLink ? EntryKind.Link
            : (attributes & FileAttributes.Directory) != 0 ? EntryKind.Folder
            : (attributes & FileAttributes.Device) != 0 ? EntryKind.Device
            : EntryKind.File;
    }
}
