using System;
using System.IO;

namespace MlGate.Platform;

/// <summary>Tells failures of the disk apart by the system's error numbers.</summary>
public static class DiskFailure
{
    private const int NoSpace = 28;
    private const int FileTooLarge = 27;
    private const int QuotaOnLinux = 122;
    private const int QuotaOnMac = 69;
    private const int TooManyInSystem = 23;
    private const int TooManyInProcess = 24;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullOnWindows = unchecked((int)0x80070027);
    private const int TooManyOnWindows = unchecked((int)0x80070004);

    /// <summary>True if there is no more space for files.</summary>
    /// <param name="problem">Any failure.</param>
    public static bool IsFull(Exception problem) =>
        problem is IOException
        && (
            SystemKind.IsWindows
                ? problem.HResult is DiskFullOnWindows or HandleDiskFullOnWindows
                : problem.HResult is NoSpace or FileTooLarge || problem.HResult == (SystemKind.IsMac ? QuotaOnMac : QuotaOnLinux)
        );

    /// <summary>True if the process or the system has too many files open.</summary>
    /// <param name="problem">Any failure.</param>
    public static bool IsOutOfHandles(Exception problem) =>
        problem is IOException or System.ComponentModel.Win32Exception
        && (
            SystemKind.IsWindows
                ? problem.HResult == TooManyOnWindows
                : ((problem as System.ComponentModel.Win32Exception)?.NativeErrorCode ?? problem.HResult)
                    is TooManyInSystem
                        or TooManyInProcess
        );
}
