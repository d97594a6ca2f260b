namespace MlGate.Findings;

/// <summary>One row of the table of codes.</summary>
/// <param name="Area">What it is about.</param>
/// <param name="Code"><c>MLGdddd</c>; never used again for anything else.</param>
/// <param name="Title">What it means, in a few words.</param>
/// <param name="Exit">The exit code when a finding of this code stops the run.</param>
/// <param name="Kind">What a finding of it is.</param>
public sealed record Diagnostic(Area Area, string Code, string Title, int Exit, DiagnosticKind Kind = DiagnosticKind.Problem)
{
    /// <summary>Where the page of the code is published.</summary>
    public string HelpLink => $"https://github.com/mlgate/mlgate/blob/main/docs/diagnostics/{Code}.md";

    /// <summary>
    /// True if a reviewer can accept it: a limit that was measured and does not hold. What could not be measured, read or trusted cannot be
    /// accepted, nor can a mistake in a file.
    /// </summary>
    public bool IsWaivable => Exit == ExitCode.Failed && Kind is DiagnosticKind.Limit or DiagnosticKind.Staleness;

    /// <summary>True if its findings measure something. A matching lock alone does not, nor does a remark.</summary>
    public bool IsMeasurement => Kind is DiagnosticKind.Limit or DiagnosticKind.UnusableInput;
}

/// <summary>What a diagnostic is about; the digit behind <c>MLG</c> follows it.</summary>
public enum Area
{
    /// <summary>The gate file, waivers, options, and which gate judges: MLG0.</summary>
    GateFile,

    /// <summary>Versions, locks and baselines: MLG1.</summary>
    Versions,

    /// <summary>Datasets: MLG2.</summary>
    Data,

    /// <summary>Files and models that are not safe to open: MLG3.</summary>
    Security,

    /// <summary>Models and metrics: MLG4.</summary>
    Models,

    /// <summary>Reports and publishing: MLG6.</summary>
    Reports,

    /// <summary>The machine: MLG7.</summary>
    Environment,

    /// <summary>Limits of time and memory: MLG8.</summary>
    Limits,

    /// <summary>Bugs of MlGate: MLG9.</summary>
    Bug,
}

/// <summary>The kinds of diagnostics.</summary>
public enum DiagnosticKind
{
    /// <summary>Something could not be read, run, trusted or measured.</summary>
    Problem,

    /// <summary>A limit of data, models or serving, which was measured.</summary>
    Limit,

    /// <summary>A model is older than its data or code.</summary>
    Staleness,

    /// <summary>Data or scores that are unusable, and so break no limit.</summary>
    UnusableInput,

    /// <summary>How a measurement was made, or a value without a limit.</summary>
    Remark,
}
