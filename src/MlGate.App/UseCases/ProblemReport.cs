using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.App.UseCases;

/// <summary>The report of a verb that measures nothing: the problems that it had, or none.</summary>
internal static class ProblemReport
{
    public static Report Create(IReadOnlyList<Finding> problems, string name, string gateFile) =>
        new()
        {
            Tool = Tool.Version,
            Gate = name,
            GateFile = gateFile,
            Alpha = 0.05,
            Parts = [],
            Findings = problems,
            Verdict =
                problems.Count > 0
                    ? Verdict.From(problems)
                    : new Verdict
                    {
                        Outcome = Outcome.Passed,
                        ExitCode = ExitCode.Passed,
                        Counts = new Dictionary<Outcome, int>(),
                        Warnings = 0,
                    },
            GeneratedAt = DateTimeOffset.UtcNow,
        };
}
