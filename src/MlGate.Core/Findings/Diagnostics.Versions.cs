namespace MlGate.Findings;

// MLG1xxx: versions, locks, integrity, git
public static partial class Diagnostics
{
    /// <summary>Bytes differ from the lock.</summary>
    public static readonly Diagnostic NotWhatTheLockSays = new(Area.Versions, "MLG1001", "Bytes differ from the lock", ExitCode.Integrity);

    /// <summary>File in a locked folder is not in the lock.</summary>
    public static readonly Diagnostic UnlistedFile = new(
        Area.Versions,
        "MLG1002",
        "File in a locked folder is not in the lock",
        ExitCode.Integrity
    );

    /// <summary>Git LFS pointer instead of content.</summary>
    public static readonly Diagnostic LfsObjectMissing = new(
        Area.Versions,
        "MLG1003",
        "Git LFS pointer instead of content",
        ExitCode.Integrity
    );

    /// <summary>Line endings differ from the lock.</summary>
    public static readonly Diagnostic LineEndingsChanged = new(
        Area.Versions,
        "MLG1004",
        "Line endings differ from the lock",
        ExitCode.Integrity
    );

    /// <summary>Unreadable lock file.</summary>
    public static readonly Diagnostic LockNotReadable = new(Area.Versions, "MLG1005", "Unreadable lock file", ExitCode.Integrity);

    /// <summary>Two locks for one artifact.</summary>
    public static readonly Diagnostic LockAmbiguous = new(Area.Versions, "MLG1006", "Two locks for one artifact", ExitCode.Integrity);

    /// <summary>File changed while it was read.</summary>
    public static readonly Diagnostic ChangedWhileRead = new(
        Area.Versions,
        "MLG1007",
        "File changed while it was read",
        ExitCode.Integrity
    );

    /// <summary>Artifact without a lock.</summary>
    public static readonly Diagnostic LockMissing = new(Area.Versions, "MLG1008", "Artifact without a lock", ExitCode.Integrity);

    /// <summary>Unsupported version of a lock.</summary>
    public static readonly Diagnostic LockSchemaUnknown = new(
        Area.Versions,
        "MLG1010",
        "Unsupported version of a lock",
        ExitCode.Integrity
    );

    /// <summary>Lock out of date.</summary>
    public static readonly Diagnostic LockOutOfDate = new(Area.Versions, "MLG1011", "Lock out of date", ExitCode.Failed);

    /// <summary>Data changed since the model was trained.</summary>
    public static readonly Diagnostic DataChanged = new(
        Area.Versions,
        "MLG1020",
        "Data changed since the model was trained",
        ExitCode.Failed,
        DiagnosticKind.Staleness
    );

    /// <summary>Training code changed since the model was trained.</summary>
    public static readonly Diagnostic CodeChanged = new(
        Area.Versions,
        "MLG1021",
        "Training code changed since the model was trained",
        ExitCode.Failed,
        DiagnosticKind.Staleness
    );

    /// <summary>Model changed outside training.</summary>
    public static readonly Diagnostic ModelEdited = new(
        Area.Versions,
        "MLG1022",
        "Model changed outside training",
        ExitCode.Failed,
        DiagnosticKind.Staleness
    );

    /// <summary>No training record in the lock.</summary>
    public static readonly Diagnostic LineageMissing = new(
        Area.Versions,
        "MLG1023",
        "No training record in the lock",
        ExitCode.Failed,
        DiagnosticKind.Staleness
    );

    /// <summary>No baseline.</summary>
    public static readonly Diagnostic NoBaselineFound = new(Area.Versions, "MLG1030", "No baseline", ExitCode.Undecided);

    /// <summary>Clone too shallow to find the baseline.</summary>
    public static readonly Diagnostic ShallowClone = new(
        Area.Versions,
        "MLG1031",
        "Clone too shallow to find the baseline",
        ExitCode.Environment
    );

    /// <summary>Baseline content not readable.</summary>
    public static readonly Diagnostic BaselineNotReadable = new(
        Area.Versions,
        "MLG1032",
        "Baseline content not readable",
        ExitCode.Environment
    );

    /// <summary>Git or repository not usable.</summary>
    public static readonly Diagnostic GitNotUsable = new(Area.Versions, "MLG1033", "Git or repository not usable", ExitCode.Environment);

    /// <summary>Unknown git ref.</summary>
    public static readonly Diagnostic UnknownRef = new(Area.Versions, "MLG1034", "Unknown git ref", ExitCode.Usage);

    /// <summary>Baseline not fetched.</summary>
    public static readonly Diagnostic BaselineNotFetched = new(Area.Versions, "MLG1035", "Baseline not fetched", ExitCode.Environment);

    /// <summary>Missing git history.</summary>
    public static readonly Diagnostic HistoryMissing = new(Area.Versions, "MLG1036", "Missing git history", ExitCode.Environment);

    /// <summary>No history to compare with.</summary>
    public static readonly Diagnostic NoHistory = new(Area.Versions, "MLG1037", "No history to compare with", ExitCode.Undecided);

    /// <summary>Baseline content not in git.</summary>
    public static readonly Diagnostic BaselineNotInGit = new(Area.Versions, "MLG1038", "Baseline content not in git", ExitCode.Environment);

    /// <summary>Run history not written.</summary>
    public static readonly Diagnostic HistoryNotWritten = new(Area.Versions, "MLG1040", "Run history not written", ExitCode.Environment);

    /// <summary>Run history not shared with the remote.</summary>
    public static readonly Diagnostic HistoryNotShared = new(
        Area.Versions,
        "MLG1041",
        "Run history not shared with the remote",
        ExitCode.Environment
    );
}
