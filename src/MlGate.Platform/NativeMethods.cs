using System.Runtime.InteropServices;
using System.Text;

namespace MlGate.Platform;

/// <summary>Calls of the C library. Paths are UTF-8 with an end mark.</summary>
internal static class NativeMethods
{
    public static byte[] Utf8(string path) => Encoding.UTF8.GetBytes(path + "\0");

#pragma warning disable IDE1006, SA1300, CA5392, SYSLIB1054 // The system's names; .NET Standard has no generator for such calls.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int access(byte[] path, int mode);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int getrlimit(int resource, [Out] ulong[] limits);

    // One layout on every processor, unlike stat.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] buffer);
#pragma warning restore IDE1006, SA1300, CA5392, SYSLIB1054
}
