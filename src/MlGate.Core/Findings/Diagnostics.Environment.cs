namespace MlGate.Findings;

// MLG7xxx: environment; MLG8xxx: limits of time and memory; MLG9xxx: bugs
public static partial class Diagnostics
{
    /// <summary>A file was not found.</summary>
    public static readonly Diagnostic FileNotFound = new("MLG7001", "A file was not found", ExitCode.Environment);

    /// <summary>A file cannot be read or written.</summary>
    public static readonly Diagnostic FileNotAccessible = new("MLG7002", "A file cannot be read or written", ExitCode.Environment);

    /// <summary>Another process holds the lock.</summary>
    public static readonly Diagnostic Locked = new("MLG7003", "Another process holds the lock", ExitCode.Environment);

    /// <summary>A native library is missing on this platform.</summary>
    public static readonly Diagnostic NativeMissing = new("MLG7004", "A native library is missing on this platform", ExitCode.Environment);

    /// <summary>A command failed.</summary>
    public static readonly Diagnostic CommandFailed = new("MLG7005", "A command failed", ExitCode.Environment);

    /// <summary>A program that MlGate needs was not found.</summary>
    public static readonly Diagnostic ProgramNotFound = new("MLG7006", "A program was not found", ExitCode.Environment);

    /// <summary>No space is left on the disk.</summary>
    public static readonly Diagnostic DiskFull = new("MLG7007", "No space left on the disk", ExitCode.Environment);

    /// <summary>Too many files are open.</summary>
    public static readonly Diagnostic TooManyOpenFiles = new("MLG7008", "Too many open files", ExitCode.Environment);

    /// <summary>A limit of time was hit.</summary>
    public static readonly Diagnostic TimedOut = new("MLG8001", "A limit of time was hit", ExitCode.LimitHit);

    /// <summary>The scoring process died.</summary>
    public static readonly Diagnostic ScorerDied = new("MLG8002", "The scoring process died", ExitCode.LimitHit);

    /// <summary>A limit of memory was hit.</summary>
    public static readonly Diagnostic OutOfMemory = new("MLG8003", "A limit of memory was hit", ExitCode.LimitHit);

    /// <summary>The worker ended without an answer.</summary>
    public static readonly Diagnostic WorkerDied = new("MLG9001", "The worker ended without an answer", ExitCode.Bug);

    /// <summary>A bug in MlGate.</summary>
    public static readonly Diagnostic Bug = new("MLG9002", "A bug in MlGate", ExitCode.Bug);
}
