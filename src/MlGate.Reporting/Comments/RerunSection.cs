using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Comments;

/// <summary>The command that checks the same at home.</summary>
internal static class RerunSection
{
    public static MarkdownSection? Render(ReportReading reading)
    {
        var report = reading.Report;
        if (!ShellWords.AreHarmless(report.GateFile))
        {
            return null;
        }

        var commits = report.Artifacts.Select(artifact => artifact.BaselineCommit?.Commit).OfType<string>().Distinct().ToList();
        var baseline = commits is [var only] && only.All(char.IsAsciiHexDigit) ? " --baseline " + LeadSentence.Short(only) : "";
        return new(4, "how to run it locally", $"Run this check locally: `dotnet mlgate check {report.GateFile}{baseline}`");
    }
}
