using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using MlGate.Platform;

namespace MlGate.Git.Hashing;

/// <summary>What Windows says of an open file beyond what .NET shows: its index and how many names it has.</summary>
internal static unsafe class WindowsStamps
{
    private const long UnixEpochAsFileTime = 116_444_736_000_000_000;

    public static FileStamp? Read(SafeFileHandle file)
    {
        Information information;
        return GetFileInformationByHandle(file, &information)
            ? new FileStamp(
                EntryKind.File,
                information.Volume,
                ((ulong)information.IndexHigh << 32) | information.IndexLow,
                information.Links,
                (long)(((ulong)information.SizeHigh << 32) | information.SizeLow),
                ((long)(((ulong)information.WrittenHigh << 32) | information.WrittenLow) - UnixEpochAsFileTime) * 100,
                0,
                false
            )
            : null;
    }

    [DllImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetFileInformationByHandle(SafeFileHandle file, Information* information);

    // BY_HANDLE_FILE_INFORMATION
    [StructLayout(LayoutKind.Sequential)]
    private struct Information
    {
        public uint Attributes;
        public uint CreatedLow;
        public uint CreatedHigh;
        public uint AccessedLow;
        public uint AccessedHigh;
        public uint WrittenLow;
        public uint WrittenHigh;
        public uint Volume;
        public uint SizeHigh;
        public uint SizeLow;
        public uint Links;
        public uint IndexHigh;
        public uint IndexLow;
    }
}
