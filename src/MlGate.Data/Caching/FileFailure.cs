using MlGate.Findings;
using MlGate.Platform;

namespace MlGate.Data.Caching;

/// <summary>What a failure of the disk is called. Messages of the system hold paths of this machine, so they are not repeated.</summary>
internal static class FileFailure
{
    /// <summary>What helps against failures while the engine works.</summary>
    public const string Fix =
        "Free space, raise the limit of open files (ulimit -n), or set another temporary folder with TMPDIR (on Windows: TEMP)";

    /// <summary>The diagnostic of a failure.</summary>
    public static Diagnostic DiagnosticOf(Exception problem) =>
        problem switch
        {
            UnsafeFileException { IsTooLarge: true } => Diagnostics.FileTooLarge,
            UnsafeFileException => Diagnostics.NotARegularFile,
            _ when DiskFailure.IsFull(problem) => Diagnostics.DiskFull,
            _ when DiskFailure.IsOutOfHandles(problem) => Diagnostics.TooManyOpenFiles,
            _ => Diagnostics.FileNotAccessible,
        };

    /// <summary>A phrase without a path.</summary>
    public static string Describe(Exception problem) =>
        problem switch
        {
            UnsafeFileException found => found.Message,
            UnauthorizedAccessException => "no permission",
            _ when DiskFailure.IsFull(problem) => "no space left on the disk",
            _ when DiskFailure.IsOutOfHandles(problem) => "too many open files",
            _ => "an I/O error",
        };
}
