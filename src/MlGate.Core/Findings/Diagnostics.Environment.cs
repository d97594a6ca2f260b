namespace MlGate.Findings;

// MLG7xxx: environment; MLG8xxx: limits of time and memory; MLG9xxx: bugs
public static partial class Diagnostics
{
    /// <summary>File not found.</summary>
    public static readonly Diagnostic FileNotFound = new(Area.Environment, "MLG7001", "File not found", ExitCode.Environment);

    /// <summary>File not readable or not writable.</summary>
    public static readonly Diagnostic FileNotAccessible = new(
        Area.Environment,
        "MLG7002",
        "File not readable or not writable",
        ExitCode.Environment
    );

    /// <summary>Lock held by another process.</summary>
    public static readonly Diagnostic Locked = new(Area.Environment, "MLG7003", "Lock held by another process", ExitCode.Environment);

    /// <summary>Missing native library.</summary>
    public static readonly Diagnostic NativeMissing = new(Area.Environment, "MLG7004", "Missing native library", ExitCode.Environment);

    /// <summary>Command failed.</summary>
    public static readonly Diagnostic CommandFailed = new(Area.Environment, "MLG7005", "Command failed", ExitCode.Environment);

    /// <summary>Program not found.</summary>
    public static readonly Diagnostic ProgramNotFound = new(Area.Environment, "MLG7006", "Program not found", ExitCode.Environment);

    /// <summary>No space left on the disk.</summary>
    public static readonly Diagnostic DiskFull = new(Area.Environment, "MLG7007", "No space left on the disk", ExitCode.Environment);

    /// <summary>Too many open files.</summary>
    public static readonly Diagnostic TooManyOpenFiles = new(Area.Environment, "MLG7008", "Too many open files", ExitCode.Environment);

    /// <summary>Time limit reached.</summary>
    public static readonly Diagnostic TimedOut = new(Area.Limits, "MLG8001", "Time limit reached", ExitCode.LimitHit);

    /// <summary>Scoring process crashed.</summary>
    public static readonly Diagnostic ScorerDied = new(Area.Limits, "MLG8002", "Scoring process crashed", ExitCode.LimitHit);

    /// <summary>Memory limit reached.</summary>
    public static readonly Diagnostic OutOfMemory = new(Area.Limits, "MLG8003", "Memory limit reached", ExitCode.LimitHit);

    /// <summary>Worker ended without a result.</summary>
    public static readonly Diagnostic WorkerDied = new(Area.Bug, "MLG9001", "Worker ended without a result", ExitCode.Bug);

    /// <summary>Bug in MlGate.</summary>
    public static readonly Diagnostic Bug = new(Area.Bug, "MLG9002", "Bug in MlGate", ExitCode.Bug);
}
