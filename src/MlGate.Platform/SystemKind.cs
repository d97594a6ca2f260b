using System.Runtime.InteropServices;

namespace MlGate.Platform;

/// <summary>The operating system of this process.</summary>
internal static class SystemKind
{
    /// <summary>True on Windows.</summary>
    public static bool IsWindows { get; } = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>True on Linux with a processor whose numbers of flags are known.</summary>
    public static bool IsKnownLinux { get; } =
        RuntimeInformation.IsOSPlatform(OSPlatform.Linux)
        && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    /// <summary>True on macOS.</summary>
    public static bool IsMac { get; } = RuntimeInformation.IsOSPlatform(OSPlatform.OSX);
}
