using System;
using System.Collections.Generic;
using System.Linq;

namespace MlGate.MSBuild.Answers;

/// <summary>What the build's properties make of a severity: the rules of the C# compiler, which MSBuild does not apply to tasks.</summary>
internal sealed class SeverityPolicy
{
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];
    private readonly bool warnOnly;
    private readonly bool allAsErrors;
    private readonly HashSet<string> asErrors;
    private readonly HashSet<string> notAsErrors;
    private readonly HashSet<string> silent;

    public SeverityPolicy(
        string? mode,
        string? treatWarningsAsErrors,
        string? warningsAsErrors,
        string? warningsNotAsErrors,
        string? noWarn
    )
    {
        warnOnly = string.Equals(mode?.Trim(), "Warn", StringComparison.OrdinalIgnoreCase);
        allAsErrors = string.Equals(treatWarningsAsErrors?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
        (asErrors, notAsErrors, silent) = (Ours(warningsAsErrors), Ours(warningsNotAsErrors), Ours(noWarn));
    }

    /// <summary>Severity of a diagnostic in this build.</summary>
    public DiagnosticLevel For(WorkerDiagnostic diagnostic) =>
        diagnostic.Loudness switch
        {
            DiagnosticLevel.Error when !warnOnly => DiagnosticLevel.Error,
            DiagnosticLevel.Message => DiagnosticLevel.Message,
            _ when silent.Contains(diagnostic.Code) => DiagnosticLevel.Message,
            _ when notAsErrors.Contains(diagnostic.Code) => DiagnosticLevel.Warning,
            _ when asErrors.Contains(diagnostic.Code) => DiagnosticLevel.Error,
            // Where all warnings are errors the mode would otherwise do nothing; and no warning may stop a build that an error does not
            // stop.
            DiagnosticLevel.Warning when allAsErrors && !warnOnly => DiagnosticLevel.Error,
            _ => DiagnosticLevel.Warning,
        };

    /// <summary>
    /// The properties as one line per setting, so that a change of them asks the gate again. Codes of others do not count.
    /// </summary>
    public IEnumerable<string> Describe()
    {
        yield return "warn-only " + (warnOnly ? "yes" : "no");
        yield return "warnings-as-errors " + (allAsErrors ? "all " : "") + Sorted(asErrors);
        yield return "warnings-not-as-errors " + Sorted(notAsErrors);
        yield return "no-warn " + Sorted(silent);
    }

    private static string Sorted(IEnumerable<string> codes) => string.Join(" ", codes.OrderBy(code => code, StringComparer.Ordinal));

    private static HashSet<string> Ours(string? list) =>
        new(
            (list ?? "")
                .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Where(code => code.StartsWith("MLG", StringComparison.OrdinalIgnoreCase)),
            StringComparer.OrdinalIgnoreCase
        );
}
