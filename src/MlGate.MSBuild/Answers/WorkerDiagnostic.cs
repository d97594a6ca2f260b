namespace MlGate.MSBuild.Answers;

/// <summary>Severity of a line of <c>diagnostics.json</c>.</summary>
internal enum DiagnosticLevel
{
    Message,
    Warning,
    Error,
}

/// <summary>One line of <c>diagnostics.json</c>.</summary>
/// <param name="File">Relative to the gate file's folder, or null.</param>
internal sealed record WorkerDiagnostic(
    string Code,
    DiagnosticLevel Loudness,
    string? File,
    int Line,
    int Column,
    string Message,
    string? HelpLink
)
{
    /// <summary>What the tasks themselves have to say.</summary>
    public static WorkerDiagnostic OfTask(string code, string file, string message) =>
        new(code, DiagnosticLevel.Error, file, 0, 0, message, Codes.HelpLink(code));
}
