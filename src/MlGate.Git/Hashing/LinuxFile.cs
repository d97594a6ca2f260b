using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MlGate.Git.Hashing;

/// <summary>
/// Opens and reads files on Linux with one call each, and safely: a link is not followed and a pipe does not block, should one have taken
/// the file's place.
/// </summary>
internal static unsafe class LinuxFile
{
    private const int CloseOnExec = 0x80000;
    private const int NonBlocking = 0x800;
    private const int PermissionDenied = 13;
    private const int NoSuchFile = 2;
    private const int Interrupted = 4;

    /// <summary>Does this platform have these calls, with these numbers?</summary>
    public static bool IsHere { get; } =
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    private static int NoFollow { get; } = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static SafeFileHandle Open(string path)
    {
        int file;
        do
        {
            file = OpenAt(path, CloseOnExec | NonBlocking | NoFollow, 0);
        } while (file < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return file >= 0 ? new SafeFileHandle(file, ownsHandle: true) : throw Failed(Marshal.GetLastPInvokeError());
    }

    /// <summary>Reads at an offset.</summary>
    /// <returns>Bytes read; 0 at the end.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static int Read(SafeFileHandle file, Span<byte> to, long at)
    {
        fixed (byte* buffer = to)
        {
            nint read;
            do
            {
                read = ReadAt(file.DangerousGetHandle().ToInt32(), buffer, (nuint)to.Length, at);
            } while (read < 0 && Marshal.GetLastPInvokeError() == Interrupted);
            return read >= 0 ? (int)read : throw Failed(Marshal.GetLastPInvokeError());
        }
    }

    private static Exception Failed(int error)
    {
        var message = Marshal.GetPInvokeErrorMessage(error);
        return error switch
        {
            PermissionDenied => new UnauthorizedAccessException(message),
            NoSuchFile => new FileNotFoundException(message),
            _ => new IOException(message),
        };
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenAt([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, int mode);

    [DllImport("libc", EntryPoint = "pread", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint ReadAt(int file, byte* to, nuint length, long at);
}
