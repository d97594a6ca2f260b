namespace MlGate.Findings;

// MLG0xxx: gate file, options, MSBuild wiring
public static partial class Diagnostics
{
    /// <summary>The gate file is not readable YAML.</summary>
    public static readonly Diagnostic GateFileNotReadable = new("MLG0001", "The gate file is not readable YAML", ExitCode.Usage);

    /// <summary>A key that the gate file does not know.</summary>
    public static readonly Diagnostic UnknownKey = new("MLG0002", "A key that the gate file does not know", ExitCode.Usage);

    /// <summary>A value of the wrong type.</summary>
    public static readonly Diagnostic WrongType = new("MLG0003", "A value of the wrong type", ExitCode.Usage);

    /// <summary>A value out of its range.</summary>
    public static readonly Diagnostic OutOfRange = new("MLG0004", "A value out of its range", ExitCode.Usage);

    /// <summary>A key that stands there twice.</summary>
    public static readonly Diagnostic DuplicateKey = new("MLG0005", "A key that stands there twice", ExitCode.Usage);

    /// <summary>A required key is missing.</summary>
    public static readonly Diagnostic MissingKey = new("MLG0006", "A required key is missing", ExitCode.Usage);

    /// <summary>A name that is declared nowhere.</summary>
    public static readonly Diagnostic UnknownReference = new("MLG0007", "A name that is declared nowhere", ExitCode.Usage);

    /// <summary>A value whose unit is ambiguous.</summary>
    public static readonly Diagnostic AmbiguousUnit = new("MLG0008", "A value whose unit is ambiguous", ExitCode.Usage);

    /// <summary>A YAML feature that a gate file must not use.</summary>
    public static readonly Diagnostic YamlFeatureRefused = new("MLG0009", "A YAML feature that a gate file must not use", ExitCode.Usage);

    /// <summary>The gate file is too large or too deep.</summary>
    public static readonly Diagnostic GateFileTooLarge = new("MLG0010", "The gate file is too large or too deep", ExitCode.Usage);

    /// <summary>A version of the gate file that this MlGate does not know.</summary>
    public static readonly Diagnostic UnsupportedVersion = new(
        "MLG0011",
        "A version of the gate file that this MlGate does not know",
        ExitCode.Usage
    );

    /// <summary>The gate file was not found.</summary>
    public static readonly Diagnostic GateFileNotFound = new("MLG0012", "The gate file was not found", ExitCode.Usage);

    /// <summary>The policy that the gate file extends is not usable.</summary>
    public static readonly Diagnostic ExtendsNotUsable = new(
        "MLG0013",
        "The policy that the gate file extends is not usable",
        ExitCode.Usage
    );

    /// <summary>The gate file loosens the policy that it extends.</summary>
    public static readonly Diagnostic PolicyLoosened = new("MLG0014", "The gate file loosens the policy that it extends", ExitCode.Usage);

    /// <summary>A pull request changes the gate that judges it.</summary>
    public static readonly Diagnostic PolicyChanged = new("MLG0015", "A pull request changes the gate that judges it", ExitCode.Failed);

    /// <summary>The gate comes with the change that it judges.</summary>
    public static readonly Diagnostic PolicyIntroduced = new("MLG0016", "The gate comes with the change that it judges", ExitCode.Failed);

    /// <summary>A pull request changes the test set that judges it.</summary>
    public static readonly Diagnostic TestSetChanged = new(
        "MLG0017",
        "A pull request changes the test set that judges it",
        ExitCode.Failed
    );

    /// <summary>The test set comes with the change that it judges.</summary>
    public static readonly Diagnostic TestSetIntroduced = new(
        "MLG0018",
        "The test set comes with the change that it judges",
        ExitCode.Failed
    );

    /// <summary>A pull request removes a gate with all that it is about.</summary>
    public static readonly Diagnostic GateRemoved = new(
        "MLG0019",
        "A pull request removes a gate with all that it is about",
        ExitCode.Failed
    );

    /// <summary>A command line option is wrong.</summary>
    public static readonly Diagnostic BadOption = new("MLG0020", "A command line option is wrong", ExitCode.Usage);

    /// <summary>The worker of the build was not found.</summary>
    public static readonly Diagnostic WorkerNotFound = new("MLG0021", "The worker of the build was not found", ExitCode.Usage);

    /// <summary>There is no passing verdict to pack.</summary>
    public static readonly Diagnostic NoVerdictToPack = new("MLG0022", "There is no passing verdict to pack", ExitCode.Undecided);

    /// <summary>The gate has changed since the pull request branched off.</summary>
    public static readonly Diagnostic PolicyOutdated = new(
        "MLG0023",
        "The gate has changed since the pull request branched off",
        ExitCode.Undecided
    );

    /// <summary>A branch loosens its own gate.</summary>
    public static readonly Diagnostic GateLoosened = new("MLG0024", "A branch loosens its own gate", ExitCode.Failed);

    /// <summary>Nothing was measured.</summary>
    public static readonly Diagnostic NothingMeasured = new("MLG0030", "Nothing was measured", ExitCode.Undecided);

    /// <summary>A waiver is not readable.</summary>
    public static readonly Diagnostic WaiverNotReadable = new("MLG0040", "A waiver is not readable", ExitCode.Failed);

    /// <summary>A waiver is not as it was written.</summary>
    public static readonly Diagnostic WaiverChanged = new("MLG0041", "A waiver is not as it was written", ExitCode.Failed);

    /// <summary>A waiver is for other versions.</summary>
    public static readonly Diagnostic WaiverStale = new("MLG0042", "A waiver is for other versions", ExitCode.Failed);

    /// <summary>A waiver has expired.</summary>
    public static readonly Diagnostic WaiverExpired = new("MLG0043", "A waiver has expired", ExitCode.Failed);

    /// <summary>A waiver for a check that does not exist.</summary>
    public static readonly Diagnostic WaiverUnknownCheck = new("MLG0044", "A waiver for a check that does not exist", ExitCode.Failed);

    /// <summary>A result that cannot be accepted.</summary>
    public static readonly Diagnostic NotWaivable = new("MLG0045", "A result that cannot be accepted", ExitCode.Usage);

    /// <summary>A model is left out of the first gate file.</summary>
    public static readonly Diagnostic ModelNotGated = new("MLG0046", "A model is left out of the first gate file", ExitCode.Usage);
}
