using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace MlGate.MSBuild.Answers;

/// <summary>Logs diagnostics with code, place and help link, never by way of text that is parsed again.</summary>
/// <param name="folder">The gate file's folder, absolute: places are relative to it.</param>
internal sealed class DiagnosticsLog(TaskLoggingHelper log, SeverityPolicy policy, string folder)
{
    /// <summary>Logs one diagnostic and returns its severity.</summary>
    public DiagnosticLevel Write(WorkerDiagnostic diagnostic)
    {
        var loudness = policy.For(diagnostic);
        var (code, link, message) = (
            OneLine.From(diagnostic.Code),
            diagnostic.HelpLink is { } help ? OneLine.From(help) : null,
            OneLine.From(diagnostic.Message)
        );
        var file = diagnostic.File is { } relative ? Absolute(OneLine.From(relative)) : null;
        switch (loudness)
        {
            case DiagnosticLevel.Error:
                log.LogError(null, code, null, link, file, diagnostic.Line, diagnostic.Column, 0, 0, message);
                break;
            case DiagnosticLevel.Warning:
                log.LogWarning(null, code, null, link, file, diagnostic.Line, diagnostic.Column, 0, 0, message);
                break;
            default:
                log.LogMessage(null, code, null, file, diagnostic.Line, diagnostic.Column, 0, 0, MessageImportance.Normal, message);
                break;
        }

        return loudness;
    }

    private string Absolute(string file) =>
        Path.Combine(folder, Path.DirectorySeparatorChar == '/' ? file : file.Replace('/', Path.DirectorySeparatorChar));
}
