namespace MlGate.Findings;

// MLG6xxx: continuous integration, publishing
public static partial class Diagnostics
{
    /// <summary>Unreadable report.</summary>
    public static readonly Diagnostic ReportNotReadable = new(Area.Reports, "MLG6001", "Unreadable report", ExitCode.Usage);

    /// <summary>Report too large.</summary>
    public static readonly Diagnostic ReportTooLarge = new(Area.Reports, "MLG6002", "Report too large", ExitCode.Unsafe);

    /// <summary>Report changed after it was written.</summary>
    public static readonly Diagnostic ReportChanged = new(
        Area.Reports,
        "MLG6003",
        "Report changed after it was written",
        ExitCode.Integrity
    );

    /// <summary>Unsupported version of a report.</summary>
    public static readonly Diagnostic ReportSchemaUnknown = new(Area.Reports, "MLG6004", "Unsupported version of a report", ExitCode.Usage);
}
