namespace MlGate.Findings;

// MLG6xxx: continuous integration, publishing
public static partial class Diagnostics
{
    /// <summary>A report is not readable.</summary>
    public static readonly Diagnostic ReportNotReadable = new("MLG6001", "A report is not readable", ExitCode.Usage);

    /// <summary>A report is too large.</summary>
    public static readonly Diagnostic ReportTooLarge = new("MLG6002", "A report is too large", ExitCode.Unsafe);

    /// <summary>A report is not as MlGate wrote it.</summary>
    public static readonly Diagnostic ReportChanged = new("MLG6003", "A report is not as MlGate wrote it", ExitCode.Integrity);

    /// <summary>A report of a version that this MlGate does not know.</summary>
    public static readonly Diagnostic ReportSchemaUnknown = new(
        "MLG6004",
        "A report of a version that this MlGate does not know",
        ExitCode.Usage
    );
}
