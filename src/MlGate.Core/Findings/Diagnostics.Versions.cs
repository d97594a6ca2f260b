namespace MlGate.Findings;

// MLG1xxx: versions, locks, integrity, git
public static partial class Diagnostics
{
    /// <summary>The bytes are not what the lock says.</summary>
    public static readonly Diagnostic NotWhatTheLockSays = new("MLG1001", "The bytes are not what the lock says", ExitCode.Integrity);

    /// <summary>A file in a locked folder that the lock does not list.</summary>
    public static readonly Diagnostic UnlistedFile = new(
        "MLG1002",
        "A file in a locked folder that the lock does not list",
        ExitCode.Integrity
    );

    /// <summary>A Git LFS pointer stands where content is expected.</summary>
    public static readonly Diagnostic LfsObjectMissing = new(
        "MLG1003",
        "A Git LFS pointer stands where content is expected",
        ExitCode.Integrity
    );

    /// <summary>Line endings differ from those of the lock.</summary>
    public static readonly Diagnostic LineEndingsChanged = new("MLG1004", "Line endings differ from those of the lock", ExitCode.Integrity);

    /// <summary>A lock file is not readable.</summary>
    public static readonly Diagnostic LockNotReadable = new("MLG1005", "A lock file is not readable", ExitCode.Integrity);

    /// <summary>Two locks describe the same artifact.</summary>
    public static readonly Diagnostic LockAmbiguous = new("MLG1006", "Two locks describe the same artifact", ExitCode.Integrity);

    /// <summary>A file changed while it was read.</summary>
    public static readonly Diagnostic ChangedWhileRead = new("MLG1007", "A file changed while it was read", ExitCode.Integrity);

    /// <summary>An artifact has no lock.</summary>
    public static readonly Diagnostic LockMissing = new("MLG1008", "An artifact has no lock", ExitCode.Integrity);

    /// <summary>A lock of a version that this MlGate does not know.</summary>
    public static readonly Diagnostic LockSchemaUnknown = new(
        "MLG1010",
        "A lock of a version that this MlGate does not know",
        ExitCode.Integrity
    );

    /// <summary>The lock is out of date.</summary>
    public static readonly Diagnostic LockOutOfDate = new("MLG1011", "The lock is out of date", ExitCode.Failed);

    /// <summary>Data changed, and the model was not retrained.</summary>
    public static readonly Diagnostic DataChanged = new("MLG1020", "Data changed, and the model was not retrained", ExitCode.Failed);

    /// <summary>Training code changed, and the model was not retrained.</summary>
    public static readonly Diagnostic CodeChanged = new(
        "MLG1021",
        "Training code changed, and the model was not retrained",
        ExitCode.Failed
    );

    /// <summary>The model was changed by something other than training.</summary>
    public static readonly Diagnostic ModelEdited = new(
        "MLG1022",
        "The model was changed by something other than training",
        ExitCode.Failed
    );

    /// <summary>The lock does not say what the model was trained from.</summary>
    public static readonly Diagnostic LineageMissing = new(
        "MLG1023",
        "The lock does not say what the model was trained from",
        ExitCode.Failed
    );

    /// <summary>There is no baseline.</summary>
    public static readonly Diagnostic NoBaselineFound = new("MLG1030", "There is no baseline", ExitCode.Undecided);

    /// <summary>The clone is too shallow to find the baseline.</summary>
    public static readonly Diagnostic ShallowClone = new("MLG1031", "The clone is too shallow to find the baseline", ExitCode.Environment);

    /// <summary>The baseline's bytes cannot be read.</summary>
    public static readonly Diagnostic BaselineNotReadable = new("MLG1032", "The baseline's bytes cannot be read", ExitCode.Environment);

    /// <summary>Git or the repository cannot be used.</summary>
    public static readonly Diagnostic GitNotUsable = new("MLG1033", "Git or the repository cannot be used", ExitCode.Environment);

    /// <summary>A git ref that does not exist.</summary>
    public static readonly Diagnostic UnknownRef = new("MLG1034", "A git ref that does not exist", ExitCode.Usage);

    /// <summary>The baseline could not be fetched.</summary>
    public static readonly Diagnostic BaselineNotFetched = new("MLG1035", "The baseline could not be fetched", ExitCode.Environment);

    /// <summary>History is missing that must exist.</summary>
    public static readonly Diagnostic HistoryMissing = new("MLG1036", "History is missing that must exist", ExitCode.Environment);

    /// <summary>No history to compare with.</summary>
    public static readonly Diagnostic NoHistory = new("MLG1037", "No history to compare with", ExitCode.Undecided);

    /// <summary>The baseline's bytes are not in git.</summary>
    public static readonly Diagnostic BaselineNotInGit = new("MLG1038", "The baseline's bytes are not in git", ExitCode.Environment);

    /// <summary>A run's results cannot be kept in the history.</summary>
    public static readonly Diagnostic HistoryNotWritten = new(
        "MLG1040",
        "A run's results cannot be kept in the history",
        ExitCode.Environment
    );

    /// <summary>The history cannot be shared with a remote.</summary>
    public static readonly Diagnostic HistoryNotShared = new("MLG1041", "The history cannot be shared with a remote", ExitCode.Environment);
}
