using System.ComponentModel;
using MlGate.Findings;
using MlGate.Platform;

namespace MlGate.Git.Findings;

/// <summary>Which diagnostic a failure of the disk is.</summary>
internal static class FileProblem
{
    /// <summary>The diagnostic of a failure.</summary>
    public static Diagnostic DiagnosticOf(Exception problem) =>
        problem switch
        {
            UnsafeFileException { IsTooLarge: true } => Diagnostics.FileTooLarge,
            UnsafeFileException => Diagnostics.NotARegularFile,
            _ when DiskFailure.IsFull(problem) => Diagnostics.DiskFull,
            _ when DiskFailure.IsOutOfHandles(problem) => Diagnostics.TooManyOpenFiles,
            Win32Exception => Diagnostics.ProgramNotFound,
            _ => Diagnostics.FileNotAccessible,
        };

    /// <summary>The failure of the disk, or of starting a program, that an exception stands for; null if it is another one.</summary>
    public static Exception? Find(Exception exception) =>
        exception switch
        {
            IOException or UnauthorizedAccessException or Win32Exception => exception,
            TypeInitializationException or AggregateException when exception.InnerException is { } inner => Find(inner),
            _ => null,
        };
}
