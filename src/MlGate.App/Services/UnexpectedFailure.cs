using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Reporting.Terminal;

namespace MlGate.App.Services;

/// <summary>What an exception that reached the root means: a platform without native libraries, a failing disk, or a bug.</summary>
/// <param name="Diagnostic">Its code; its exit code is that of the process.</param>
/// <param name="Found">What happened.</param>
/// <param name="Expected">What is needed.</param>
internal sealed record UnexpectedFailure(Diagnostic Diagnostic, string Found, string Expected)
{
    /// <summary>Says what an exception means; of a bug also its trace, where that is wanted.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(Exception exception, Output output, bool withTrace)
    {
        var failure = From(exception);
        output.Problem(failure.Diagnostic, failure.Found, failure.Expected);
        if (withTrace && failure.Diagnostic == Diagnostics.Bug)
        {
            output.Message(exception.ToString());
        }

        return failure.Diagnostic.Exit;
    }

    /// <summary>The meaning of an exception.</summary>
    public static UnexpectedFailure From(Exception exception) =>
        exception is DllNotFoundException
            ? new UnexpectedFailure(
                Diagnostics.NativeMissing,
                exception.Message.Split('\n')[0].TrimEnd('.'),
                "a platform with native libraries of DuckDB and git: Windows, macOS, or Linux with glibc"
            )
        : FileProblem.Find(exception) is { } problem
            ? new UnexpectedFailure(
                FileProblem.DiagnosticOf(problem),
                problem.Message.TrimEnd('.'),
                "readable and writable files, installed programs, and space for temporary files (TMPDIR; on Windows TEMP)"
            )
        : new UnexpectedFailure(
            Diagnostics.Bug,
            $"{exception.GetType().Name}: {exception.Message}",
            "no bug; please report it with the output of --verbosity diagnostic"
        );
}
