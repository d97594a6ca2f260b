using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MlGate.Platform;

/// <summary>
/// Opens files that somebody else can have put there: only regular ones, only up to a size, never through a link at the end of the path,
/// and never waiting for
/// the other end of a pipe.
/// </summary>
public static class RegularFile
{
    private const int LinkInTheWay = 40;
    private const int LinkInTheWayOnMac = 62;
    private const int NoSuchDeviceOrAddress = 6;
    private const int PermissionDenied = 13;
    private const int NoSuchFile = 2;
    private const int NotAFolder = 20;
    private const int Interrupted = 4;

    /// <summary>True if the path names a regular file.</summary>
    /// <param name="path">Absolute, or relative to the working directory.</param>
    /// <param name="followLink">Does a link to a regular file count?</param>
    public static bool Exists(string path, bool followLink = false)
    {
        try
        {
            return Entry.KindOf(path, followLink) == EntryKind.File;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>
    /// What a path names where opening it could wait or never end: a named pipe, a socket or a device; null for everything else.
    /// </summary>
    /// <param name="path">Absolute, or relative to the working directory; a link at its end is followed.</param>
    public static string? Obstacle(string path)
    {
        try
        {
            return Entry.KindOf(path, followLink: true) is (EntryKind.Pipe or EntryKind.Socket or EntryKind.Device) and var kind
                ? Entry.NameOf(kind)
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">Absolute, or relative to the working directory.</param>
    /// <param name="most">Most bytes that it may have.</param>
    /// <param name="followLink">May the path end with a link? What it leads to must be a regular file all the same.</param>
    /// <exception cref="UnsafeFileException">It is no regular file, or larger.</exception>
    /// <exception cref="IOException">It is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream OpenRead(string path, long most, bool followLink = false)
    {
        Require(path, followLink, mayBeMissing: false);
        var stream = OpenFlags(followLink) is { } flags
            ? new FileStream(Open(path, flags), FileAccess.Read, 1)
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        try
        {
            RequireOpen(path, stream);
            return stream.Length <= most
                ? stream
                : throw new UnsafeFileException(path, FormattableString.Invariant($"larger than {most} bytes"), isTooLarge: true);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads a file whole.</summary>
    /// <inheritdoc cref="OpenRead"/>
    public static byte[] ReadBytes(string path, long most, bool followLink = false)
    {
        using var stream = OpenRead(path, Math.Min(most, int.MaxValue - 64), followLink);
        var bytes = new byte[stream.Length];
        var total = 0;
        while (total < bytes.Length && stream.Read(bytes, total, bytes.Length - total) is > 0 and var read)
        {
            total += read;
        }

        if (total < bytes.Length)
        {
            Array.Resize(ref bytes, total);
        }

        return bytes;
    }

    /// <summary>Reads a file whole as UTF-8, or what its byte order mark says.</summary>
    /// <inheritdoc cref="OpenRead"/>
    public static string ReadText(string path, long most, bool followLink = false)
    {
        using var reader = new StreamReader(new MemoryStream(ReadBytes(path, most, followLink)), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Opens a file for writing at its end, and makes it if it is missing.</summary>
    /// <param name="path">Absolute; a link at its end is followed.</param>
    /// <exception cref="UnsafeFileException">It is no regular file.</exception>
    public static FileStream OpenAppend(string path)
    {
        Require(path, followLink: true, mayBeMissing: true);
        return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Opens the file of a lock, and makes it if it is missing. Only one process has it open at a time.</summary>
    /// <param name="path">Absolute.</param>
    /// <exception cref="UnsafeFileException">It is no regular file.</exception>
    /// <exception cref="IOException">Another process has it open, or it cannot be made.</exception>
    public static FileStream OpenLock(string path)
    {
        Require(path, followLink: false, mayBeMissing: true);
        return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
    }

    /// <summary>Writes a file whole or not at all. What had its name, even a link or a pipe, is replaced and never opened.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="flush">Must the bytes be on the disk before the name is?</param>
    public static void Write(string path, byte[] content, bool flush = false)
    {
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content, 0, content.Length);
                stream.Flush(flush);
            }

            Move(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Writes a file whole or not at all, as UTF-8 without a byte order mark.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="text">The text.</param>
    /// <param name="flush">Must the bytes be on the disk before the name is?</param>
    public static void Write(string path, string text, bool flush = false) =>
        Write(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text), flush);

    private static void Move(string temporary, string path)
    {
#if NET
        File.Move(temporary, path, overwrite: true);
#else
        // .NET Standard 2.0 has no move that replaces.
        if (Entry.KindOf(path, followLink: false) == EntryKind.File)
        {
            File.Replace(temporary, path, null);
        }
        else
        {
            File.Delete(path);
            File.Move(temporary, path);
        }
#endif
    }

    private static void Require(string path, bool followLink, bool mayBeMissing)
    {
        var kind = Entry.KindOf(path, followLink);
        if (kind == EntryKind.Missing ? !mayBeMissing : kind is not (EntryKind.File or EntryKind.Unknown))
        {
            throw kind == EntryKind.Missing
                ? new FileNotFoundException("No such file: " + Path.GetFileName(path), path)
                : new UnsafeFileException(path, Entry.NameOf(kind));
        }
    }

    // Another file may have taken the place since the path was looked at.
    private static void RequireOpen(string path, FileStream stream)
    {
        if (!stream.CanSeek)
        {
            throw new UnsafeFileException(path, Entry.NameOf(EntryKind.Pipe));
        }

        if (
            !SystemKind.IsWindows
            && Entry.KindOf(stream.SafeFileHandle.DangerousGetHandle().ToInt32()) is not (EntryKind.File or EntryKind.Unknown) and var kind
        )
        {
            throw new UnsafeFileException(path, Entry.NameOf(kind));
        }
    }

    // fcntl.h: do not wait, close in child processes, do not follow a link.
    private static int? OpenFlags(bool followLink) =>
        SystemKind.IsKnownLinux
            ? 0x80800
                | (
                    followLink ? 0
                    : RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000
                    : 0x20000
                )
        : SystemKind.IsMac ? 0x1000004 | (followLink ? 0 : 0x100)
        : null;

    private static SafeFileHandle Open(string path, int flags)
    {
        int file,
            error;
        do
        {
            file = NativeMethods.open(NativeMethods.Utf8(path), flags);
            error = file < 0 ? Marshal.GetLastWin32Error() : 0;
        } while (error == Interrupted);
        return file >= 0 ? new SafeFileHandle(new IntPtr(file), ownsHandle: true) : throw Failed(path, error);
    }

    private static Exception Failed(string path, int error) =>
        error switch
        {
            NoSuchFile or NotAFolder => new FileNotFoundException("No such file: " + Path.GetFileName(path), path),
            PermissionDenied => new UnauthorizedAccessException("No permission to read " + Path.GetFileName(path)),
            LinkInTheWay or LinkInTheWayOnMac => new UnsafeFileException(path, Entry.NameOf(EntryKind.Link)),
            NoSuchDeviceOrAddress => new UnsafeFileException(path, Entry.NameOf(EntryKind.Device)),
            _ => new IOException(FormattableString.Invariant($"{Path.GetFileName(path)} cannot be opened (error {error})"), error),
        };
}
