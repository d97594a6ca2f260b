namespace MlGate.Models.Worker;

/// <summary>How the scoring process ended.</summary>
internal enum WorkerEnd
{
    /// <summary>By itself, with an exit code.</summary>
    Exited,

    /// <summary>Killed, because its time was over.</summary>
    TimedOut,

    /// <summary>Killed, or ended by itself, because it wanted too much memory.</summary>
    OutOfMemory,
}

/// <summary>What is known of an ended scoring process.</summary>
/// <param name="End">How it ended.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Errors">The start of what it wrote to the standard error.</param>
internal sealed record WorkerRun(WorkerEnd End, int ExitCode, string Errors);
