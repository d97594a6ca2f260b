using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Cli.Composition;

/// <summary>The report of a gate that could not even be read: nothing but the reasons.</summary>
internal static class FailedReport
{
    public static Report Of(IReadOnlyList<Finding> problems, string name, string gateFile) => new()
    {
        Tool = Tool.Version,
        Gate = name,
        GateFile = gateFile,
        Alpha = 0.05,
        Artifacts = [],
        Findings = problems,
        Verdict = Verdict.Of(problems),
        GeneratedAt = DateTimeOffset.UtcNow,
    };
}
