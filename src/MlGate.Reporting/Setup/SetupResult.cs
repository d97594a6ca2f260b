using MlGate.Findings;

namespace MlGate.Reporting.Setup;

/// <summary>One line of <c>mlgate doctor</c>.</summary>
/// <param name="Check">What was checked, in one or two words: <c>git</c>, <c>line endings</c>.</param>
/// <param name="State">What it means for a gate.</param>
/// <param name="Found">What was found, without a full stop.</param>
internal sealed record SetupResult(string Check, SetupState State, string Found)
{
    /// <summary>How to fix it, with a command where there is one; null where nothing has to be done.</summary>
    public string? Fix { get; init; }

    /// <summary>The code under which a gate reports the same; null where it reports nothing.</summary>
    public Diagnostic? Diagnostic { get; init; }

    /// <summary>The exit code that the line asks for.</summary>
    public int Exit => State == SetupState.Problem ? Diagnostic?.Exit ?? ExitCode.Environment : ExitCode.Passed;

    /// <summary>Nothing to do.</summary>
    public static SetupResult Ok(string check, string found) => new(check, SetupState.Ok, found);

    /// <summary>A gate decides less, or is not published.</summary>
    public static SetupResult Warning(string check, string found, string fix) => new(check, SetupState.Warning, found) { Fix = fix };

    /// <summary>A gate stops here, with this finding.</summary>
    /// <param name="check">What was checked.</param>
    /// <param name="finding">As a gate would report it.</param>
    public static SetupResult Problem(string check, Finding finding) =>
        new(check, SetupState.Problem, $"{Where(check, finding)}{finding.Found}; expected {finding.Expected}")
        {
            Fix = finding.Fix,
            Diagnostic = Diagnostics.Find(finding.Code),
        };

    private static string Where(string check, Finding finding) =>
        finding.Place is { } place ? $"{place}: "
        : finding.Subject == check || finding.Subject == finding.Id.Text || finding.Subject == "git" ? ""
        : $"{finding.Subject}: ";
}
