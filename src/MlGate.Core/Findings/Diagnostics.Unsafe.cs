namespace MlGate.Findings;

// MLG3xxx: refused as unsafe (paths, archives, model contents)
public static partial class Diagnostics
{
    /// <summary>Path outside the repository.</summary>
    public static readonly Diagnostic PathOutside = new(Area.Security, "MLG3001", "Path outside the repository", ExitCode.Unsafe);

    /// <summary>Link, pipe or device instead of a file.</summary>
    public static readonly Diagnostic NotARegularFile = new(
        Area.Security,
        "MLG3002",
        "Link, pipe or device instead of a file",
        ExitCode.Unsafe
    );

    /// <summary>MlGate file beyond its size limit.</summary>
    public static readonly Diagnostic FileTooLarge = new(Area.Security, "MLG3003", "MlGate file beyond its size limit", ExitCode.Unsafe);

    /// <summary>Model archive too large.</summary>
    public static readonly Diagnostic ArchiveTooLarge = new(Area.Security, "MLG3010", "Model archive too large", ExitCode.Unsafe);

    /// <summary>Malformed ZIP archive.</summary>
    public static readonly Diagnostic ArchiveMalformed = new(Area.Security, "MLG3011", "Malformed ZIP archive", ExitCode.Unsafe);

    /// <summary>Model component not on the allow-list.</summary>
    public static readonly Diagnostic ComponentNotAllowed = new(
        Area.Security,
        "MLG3012",
        "Model component not on the allow-list",
        ExitCode.Unsafe
    );

    /// <summary>Model component that uses files or native code.</summary>
    public static readonly Diagnostic ComponentOptIn = new(
        Area.Security,
        "MLG3013",
        "Model component that uses files or native code",
        ExitCode.Unsafe
    );

    /// <summary>Not an ML.NET model.</summary>
    public static readonly Diagnostic NotAModel = new(Area.Security, "MLG3014", "Not a model of its format", ExitCode.Unsafe);

    /// <summary>Model with values in other files.</summary>
    public static readonly Diagnostic ModelReadsFiles = new(Area.Security, "MLG3015", "Model with values in other files", ExitCode.Unsafe);

    /// <summary>Operator that is not allowed.</summary>
    public static readonly Diagnostic OperatorNotAllowed = new(Area.Security, "MLG3016", "Operator that is not allowed", ExitCode.Unsafe);

    /// <summary>Model damaged or from a newer version.</summary>
    public static readonly Diagnostic ModelNotLoadable = new(
        Area.Security,
        "MLG3020",
        "Model damaged or from a newer version",
        ExitCode.Unsafe
    );
}
