namespace MlGate.Findings;

// MLG0xxx: gate file, options, MSBuild wiring
public static partial class Diagnostics
{
    /// <summary>Invalid YAML in the gate file.</summary>
    public static readonly Diagnostic GateFileNotReadable = new(Area.GateFile, "MLG0001", "Invalid YAML in the gate file", ExitCode.Usage);

    /// <summary>Unknown key in the gate file.</summary>
    public static readonly Diagnostic UnknownKey = new(Area.GateFile, "MLG0002", "Unknown key in the gate file", ExitCode.Usage);

    /// <summary>Value of the wrong type.</summary>
    public static readonly Diagnostic WrongType = new(Area.GateFile, "MLG0003", "Value of the wrong type", ExitCode.Usage);

    /// <summary>Value out of range.</summary>
    public static readonly Diagnostic OutOfRange = new(Area.GateFile, "MLG0004", "Value out of range", ExitCode.Usage);

    /// <summary>Duplicate key.</summary>
    public static readonly Diagnostic DuplicateKey = new(Area.GateFile, "MLG0005", "Duplicate key", ExitCode.Usage);

    /// <summary>Missing required key.</summary>
    public static readonly Diagnostic MissingKey = new(Area.GateFile, "MLG0006", "Missing required key", ExitCode.Usage);

    /// <summary>Undeclared name.</summary>
    public static readonly Diagnostic UnknownReference = new(Area.GateFile, "MLG0007", "Undeclared name", ExitCode.Usage);

    /// <summary>Ambiguous unit.</summary>
    public static readonly Diagnostic AmbiguousUnit = new(Area.GateFile, "MLG0008", "Ambiguous unit", ExitCode.Usage);

    /// <summary>YAML feature not allowed in a gate file.</summary>
    public static readonly Diagnostic YamlFeatureRefused = new(
        Area.GateFile,
        "MLG0009",
        "YAML feature not allowed in a gate file",
        ExitCode.Usage
    );

    /// <summary>Gate file too large or nested too deeply.</summary>
    public static readonly Diagnostic GateFileTooLarge = new(
        Area.GateFile,
        "MLG0010",
        "Gate file too large or nested too deeply",
        ExitCode.Usage
    );

    /// <summary>Unsupported version of the gate file.</summary>
    public static readonly Diagnostic UnsupportedVersion = new(
        Area.GateFile,
        "MLG0011",
        "Unsupported version of the gate file",
        ExitCode.Usage
    );

    /// <summary>Gate file not found.</summary>
    public static readonly Diagnostic GateFileNotFound = new(Area.GateFile, "MLG0012", "Gate file not found", ExitCode.Usage);

    /// <summary>Invalid policy in extends.</summary>
    public static readonly Diagnostic ExtendsNotUsable = new(Area.GateFile, "MLG0013", "Invalid policy in extends", ExitCode.Usage);

    /// <summary>Gate file less strict than its policy.</summary>
    public static readonly Diagnostic PolicyLoosened = new(
        Area.GateFile,
        "MLG0014",
        "Gate file less strict than its policy",
        ExitCode.Usage
    );

    /// <summary>Gate changed by the pull request.</summary>
    public static readonly Diagnostic PolicyChanged = new(Area.GateFile, "MLG0015", "Gate changed by the pull request", ExitCode.Failed);

    /// <summary>Gate added by the pull request.</summary>
    public static readonly Diagnostic PolicyIntroduced = new(Area.GateFile, "MLG0016", "Gate added by the pull request", ExitCode.Failed);

    /// <summary>Test set changed by the pull request.</summary>
    public static readonly Diagnostic TestSetChanged = new(
        Area.GateFile,
        "MLG0017",
        "Test set changed by the pull request",
        ExitCode.Failed
    );

    /// <summary>Test set added by the pull request.</summary>
    public static readonly Diagnostic TestSetIntroduced = new(
        Area.GateFile,
        "MLG0018",
        "Test set added by the pull request",
        ExitCode.Failed
    );

    /// <summary>Gate removed by the pull request, with its data and models.</summary>
    public static readonly Diagnostic GateRemoved = new(
        Area.GateFile,
        "MLG0019",
        "Gate removed by the pull request, with its data and models",
        ExitCode.Failed
    );

    /// <summary>Invalid option or property.</summary>
    public static readonly Diagnostic BadOption = new(Area.GateFile, "MLG0020", "Invalid option or property", ExitCode.Usage);

    /// <summary>MlGate worker not found.</summary>
    public static readonly Diagnostic WorkerNotFound = new(Area.GateFile, "MLG0021", "MlGate worker not found", ExitCode.Usage);

    /// <summary>No passing verdict to pack.</summary>
    public static readonly Diagnostic NoVerdictToPack = new(Area.GateFile, "MLG0022", "No passing verdict to pack", ExitCode.Undecided);

    /// <summary>Newer gate on the target branch.</summary>
    public static readonly Diagnostic PolicyOutdated = new(Area.GateFile, "MLG0023", "Newer gate on the target branch", ExitCode.Undecided);

    /// <summary>Gate loosened on its own branch.</summary>
    public static readonly Diagnostic GateLoosened = new(Area.GateFile, "MLG0024", "Gate loosened on its own branch", ExitCode.Failed);

    /// <summary>Nothing measured.</summary>
    public static readonly Diagnostic NothingMeasured = new(Area.GateFile, "MLG0030", "Nothing measured", ExitCode.Undecided);

    /// <summary>Invalid waiver file.</summary>
    public static readonly Diagnostic WaiverNotReadable = new(Area.GateFile, "MLG0040", "Invalid waiver file", ExitCode.Failed);

    /// <summary>Waiver changed after it was written.</summary>
    public static readonly Diagnostic WaiverChanged = new(Area.GateFile, "MLG0041", "Waiver changed after it was written", ExitCode.Failed);

    /// <summary>Waiver for other versions.</summary>
    public static readonly Diagnostic WaiverStale = new(Area.GateFile, "MLG0042", "Waiver for other versions", ExitCode.Failed);

    /// <summary>Expired waiver.</summary>
    public static readonly Diagnostic WaiverExpired = new(Area.GateFile, "MLG0043", "Expired waiver", ExitCode.Failed);

    /// <summary>Waiver for an unknown check.</summary>
    public static readonly Diagnostic WaiverUnknownCheck = new(Area.GateFile, "MLG0044", "Waiver for an unknown check", ExitCode.Failed);

    /// <summary>Result that cannot be waived.</summary>
    public static readonly Diagnostic NotWaivable = new(Area.GateFile, "MLG0045", "Result that cannot be waived", ExitCode.Usage);

    /// <summary>Model left out of the new gate file.</summary>
    public static readonly Diagnostic ModelNotGated = new(Area.GateFile, "MLG0046", "Model left out of the new gate file", ExitCode.Usage);
}
