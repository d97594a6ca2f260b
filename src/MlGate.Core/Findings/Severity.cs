namespace MlGate.Findings;

/// <summary>Severity of a finding. Only <see cref="Error"/> can stop a build.</summary>
public enum Severity
{
    /// <summary>Stays in the report.</summary>
    Info,

    /// <summary>A warning of the build.</summary>
    Warn,

    /// <summary>An error of the build, unless the check passed.</summary>
    Error,
}
