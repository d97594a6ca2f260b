using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using MlGate.Platform;

namespace MlGate.Git.Hashing;

/// <summary>
/// Reads stamps. .NET shows neither inodes nor link counts nor pipes, so Linux is asked through statx, whose layout is the same on every
/// architecture.
/// </summary>
internal static unsafe class FileStamps
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStats = 0x7ff;
    private const int NoSuchFile = 2;
    private const int NotAFolder = 20;

    private static readonly bool HasStatx = OperatingSystem.IsLinux() && StatxWorks();

    /// <summary>The stamp of a path.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static FileStamp Read(string path)
    {
        if (!HasStatx)
        {
            return Portable(path);
        }

        Statx status;
        if (StatxAt(CurrentFolder, path, NoFollow, BasicStats, &status) == 0)
        {
            return From(in status);
        }

        var error = Marshal.GetLastPInvokeError();
        return error is NoSuchFile or NotAFolder ? default : throw new IOException(Marshal.GetPInvokeErrorMessage(error));
    }

    /// <summary>The stamp of an open file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Its path, for platforms that cannot be asked by handle.</param>
    public static FileStamp Read(SafeFileHandle file, string path)
    {
        if (!HasStatx)
        {
            return OperatingSystem.IsWindows() ? WindowsStamps.Read(file) ?? Portable(path) : Portable(path);
        }

        Statx status;
        return StatxAt(file.DangerousGetHandle().ToInt32(), "", EmptyPath, BasicStats, &status) == 0
            ? From(in status)
            : throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
    }

    private static FileStamp Portable(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists)
        {
            var executable = !OperatingSystem.IsWindows() && file.UnixFileMode.HasFlag(UnixFileMode.UserExecute);
            var kind =
                file.LinkTarget is not null ? EntryKind.Link
                : file.Attributes.HasFlag(FileAttributes.Device) ? EntryKind.Device
                : EntryKind.File;
            return new FileStamp(
                kind,
                0,
                0,
                1,
                kind == EntryKind.File ? file.Length : 0,
                Nanoseconds(file.LastWriteTimeUtc),
                0,
                executable
            );
        }

        var folder = new DirectoryInfo(path);
        return folder.LinkTarget is not null || file.LinkTarget is not null ? new FileStamp(EntryKind.Link, 0, 0, 1, 0, 0, 0, false)
            : folder.Exists ? new FileStamp(EntryKind.Folder, 0, 0, 1, 0, Nanoseconds(folder.LastWriteTimeUtc), 0, true)
            : default;
    }

    internal static long Nanoseconds(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks * 100;

    private static FileStamp From(in Statx status) =>
        new(
            (status.Mode & 0xf000) switch
            {
                0x8000 => EntryKind.File,
                0x4000 => EntryKind.Folder,
                0xa000 => EntryKind.Link,
                0x1000 => EntryKind.Pipe,
                0xc000 => EntryKind.Socket,
                _ => EntryKind.Device,
            },
            ((ulong)status.DeviceMajor << 32) | status.DeviceMinor,
            status.Inode,
            status.Links,
            (long)status.Size,
            (status.ModifiedSeconds * 1_000_000_000) + status.ModifiedNanoseconds,
            (status.ChangedSeconds * 1_000_000_000) + status.ChangedNanoseconds,
            (status.Mode & 0x40) != 0
        );

    // Old sandboxes refuse the call, and old C libraries lack it.
    private static bool StatxWorks()
    {
        try
        {
            Statx status;
            return StatxAt(CurrentFolder, "/", NoFollow, BasicStats, &status) == 0 && From(in status).Kind == EntryKind.Folder;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatxAt(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, Statx* status);

    // linux/stat.h
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Statx
    {
        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
