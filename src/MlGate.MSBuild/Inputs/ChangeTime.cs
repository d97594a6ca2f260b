using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MlGate.MSBuild.Inputs;

/// <summary>
/// When the content or the attributes of a file last changed (<c>ctime</c>). .NET does not tell; without it, new content under an old time
/// stamp, which is
/// what unpacking an archive or <c>cp -p</c> leaves behind, would pass for the old content.
/// </summary>
internal static class ChangeTime
{
    private const long UnixEpoch = 621355968000000000;
    private const long FileTimeEpoch = 504911232000000000;

    /// <summary>The time, UTC, or null where the system does not tell.</summary>
    public static DateTime? Read(string path)
    {
        try
        {
            return RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? OnLinux(path)
                : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? OnMac(path)
                : RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? OnWindows(path)
                : null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    // statx has one layout on every processor, unlike stat. Offsets: linux/stat.h, struct statx.
    private static DateTime? OnLinux(string path)
    {
        const int CurrentFolder = -100,
            FollowLinks = 0;
        const uint BasicStats = 0x7ff;
        var buffer = new byte[256];
        return NativeMethods.statx(CurrentFolder, Utf8(path), FollowLinks, BasicStats, buffer) == 0
            ? Unix(BitConverter.ToInt64(buffer, 96), BitConverter.ToUInt32(buffer, 104))
            : null;
    }

    // Offsets: sys/stat.h of macOS, struct stat with 64-bit inodes.
    private static DateTime? OnMac(string path)
    {
        var buffer = new byte[256];
        var failed =
            RuntimeInformation.ProcessArchitecture == Architecture.X64
                ? NativeMethods.stat64(Utf8(path), buffer)
                : NativeMethods.stat(Utf8(path), buffer);
        return failed == 0 ? Unix(BitConverter.ToInt64(buffer, 64), BitConverter.ToInt64(buffer, 72)) : null;
    }

    // FILE_BASIC_INFO: four times and the attributes.
    private static DateTime? OnWindows(string path)
    {
        const int ReadAttributes = 0x80,
            OpenExisting = 3,
            BackupSemantics = 0x02000000,
            BasicInfo = 0;
        using var handle = NativeMethods.CreateFileW(
            path,
            ReadAttributes,
            FileShare.ReadWrite | FileShare.Delete,
            IntPtr.Zero,
            OpenExisting,
            BackupSemantics,
            IntPtr.Zero
        );
        var buffer = new byte[40];
        return !handle.IsInvalid && NativeMethods.GetFileInformationByHandleEx(handle, BasicInfo, buffer, buffer.Length)
            ? new DateTime(FileTimeEpoch + BitConverter.ToInt64(buffer, 24), DateTimeKind.Utc)
            : null;
    }

    private static DateTime Unix(long seconds, long nanoseconds) =>
        new(UnixEpoch + (seconds * TimeSpan.TicksPerSecond) + (nanoseconds / 100), DateTimeKind.Utc);

    private static byte[] Utf8(string path) => Encoding.UTF8.GetBytes(path + "\0");

    private static class NativeMethods
    {
#pragma warning disable IDE1006, SA1300 // The system's names.
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] buffer);

        [DllImport("libc", EntryPoint = "stat$INODE64")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int stat64(byte[] path, [Out] byte[] buffer);

        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int stat(byte[] path, [Out] byte[] buffer);
#pragma warning restore IDE1006, SA1300

        [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        internal static extern SafeFileHandle CreateFileW(
            string path,
            int access,
            FileShare share,
            IntPtr security,
            int disposition,
            int flags,
            IntPtr template
        );

        [DllImport("kernel32", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        internal static extern bool GetFileInformationByHandleEx(SafeFileHandle file, int kind, [Out] byte[] buffer, int size);
    }
}
