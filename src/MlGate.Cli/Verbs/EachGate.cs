using System.CommandLine;

using MlGate.Cli.Composition;
using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Cli.Verbs;

/// <summary>Does something with each gate that a command line names.</summary>
internal static class EachGate
{
    /// <param name="parsed">The command line.</param>
    /// <param name="arguments">The gate arguments of the verb.</param>
    /// <param name="output">Where problems go.</param>
    /// <param name="act">What is done; it returns findings to be shown.</param>
    /// <param name="folder">Where diagnostics.json goes for a build; null for none.</param>
    /// <returns>The exit code: the first in the order of precedence.</returns>
    public static int Run(ParseResult parsed, GateArguments arguments, Output output, Func<Workplace, Gate, IReadOnlyList<Finding>> act, string? folder = null)
    {
        var files = GateFileSearch.Find(Directory.GetCurrentDirectory(), parsed.GetValue(arguments.Files)!, parsed.GetValue(arguments.All));
        var all = new List<Finding>(files.Problems);
        output.Problems(files.Problems);

        foreach (var file in files.Value ?? [])
        {
            using var workplace = new Workplace(file, parsed.GetValue(arguments.Cache), Surroundings.Read(Environment.GetEnvironmentVariable));
            var gate = workplace.ReadGate();
            var findings = gate.Value is null ? gate.Problems : act(workplace, gate.Value);
            output.Problems(findings.Where(finding => finding.Outcome is not (Outcome.Passed or Outcome.Waived)));
            all.AddRange(findings);
        }

        if (folder is not null)
        {
            ReportFolder.WriteDiagnostics(folder, ProblemReport.Of(all, "mlgate", parsed.GetValue(arguments.Files)!.FirstOrDefault() ?? GateFileSearch.DefaultName));
        }

        return ExitCode.Worst(all.Select(Verdict.ExitOf));
    }
}
