using System.Globalization;
using MlGate.Findings;
using MlGate.Models.Preflight;
using MlGate.Platform;

namespace MlGate.Models.Worker;

/// <summary>Reads from the way in which a scoring process ended why there is no answer.</summary>
internal static class WorkerVerdict
{
    /// <summary>Why there is no answer; null if there must be one.</summary>
    public static Refusal? For(WorkerRun run, ScoringLimits limits)
    {
        if (run.End == WorkerEnd.TimedOut)
        {
            return new(
                Diagnostics.TimedOut,
                string.Create(CultureInfo.InvariantCulture, $"scoring not finished within {limits.Time.TotalSeconds:0.#} s"),
                string.Create(CultureInfo.InvariantCulture, $"scores within {limits.Time.TotalSeconds:0.#} s"),
                "Raise timeout of the model in the gate file, or use a smaller test set or model; a damaged model "
                    + "can run endlessly: train or save it again"
            );
        }

        if (run.End == WorkerEnd.OutOfMemory || run.ExitCode == ExitCode.LimitHit || SaysOutOfMemory(run))
        {
            return new(
                Diagnostics.OutOfMemory,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"scoring needs more than {limits.HeapBytes >> 20} MiB of heap or {limits.ResidentBytes >> 20} MiB of memory"
                ),
                "scoring within the memory limit",
                "Train a smaller model; a damaged model can request any amount: train or save it again"
            );
        }

        if (run.ExitCode == ExitCode.Environment)
        {
            return NoAccess(null);
        }

        return run.ExitCode == 0
            ? null
            : new(
                Diagnostics.ScorerDied,
                $"the scoring process crashed {Cause(run)}",
                "a model that can be scored",
                "Train or save the model again; if another model crashes the same way, report it"
            );
    }

    /// <summary>The machine, not the model, is why there is no answer.</summary>
    public static Refusal NoAccess(Exception? problem) =>
        new(
            problem switch
            {
                not null when DiskFailure.IsFull(problem) => Diagnostics.DiskFull,
                not null when DiskFailure.IsOutOfHandles(problem) => Diagnostics.TooManyOpenFiles,
                System.ComponentModel.Win32Exception => Diagnostics.ProgramNotFound,
                _ => Diagnostics.FileNotAccessible,
            },
            problem switch
            {
                UnauthorizedAccessException => "no permission to read the model or to use the temporary folder",
                not null when DiskFailure.IsFull(problem) => "no space left in the temporary folder",
                not null when DiskFailure.IsOutOfHandles(problem) => "too many open files",
                System.ComponentModel.Win32Exception => "cannot start the scoring process",
                _ => "an I/O error in the temporary folder during scoring",
            },
            "a readable model, and a temporary folder with enough space",
            "Free space, correct the permissions, or set another folder with TMPDIR (on Windows: TEMP)"
        );

    private static bool SaysOutOfMemory(WorkerRun run) =>
        run.ExitCode != 0
        && (
            run.Errors.Contains("OutOfMemoryException", StringComparison.Ordinal)
            || run.Errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
        );

    private static string Cause(WorkerRun run)
    {
        var overflow = run.Errors.Contains("Stack overflow", StringComparison.OrdinalIgnoreCase) ? ", by a stack overflow" : "";
        return !OperatingSystem.IsWindows() && run.ExitCode is > 128 and < 160
            ? string.Create(CultureInfo.InvariantCulture, $"by signal {run.ExitCode - 128}{SignalName(run.ExitCode - 128)}{overflow}")
            : $"with exit code {CodeText(run.ExitCode)}{overflow}";
    }

    // Windows ends a process by a status whose meaning is known by its hexadecimal form.
    private static string CodeText(int code) =>
        code < 0 ? "0x" + code.ToString("X8", CultureInfo.InvariantCulture) : code.ToString(CultureInfo.InvariantCulture);

    private static string SignalName(int signal) =>
        signal switch
        {
            4 => " (SIGILL)",
            6 => " (SIGABRT)",
            7 => " (SIGBUS)",
            8 => " (SIGFPE)",
            9 => " (SIGKILL)",
            11 => " (SIGSEGV)",
            15 => " (SIGTERM)",
            _ => "",
        };
}
