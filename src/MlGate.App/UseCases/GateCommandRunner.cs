using MlGate.App.Location;
using MlGate.App.PullRequests;
using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reporting.Terminal;

namespace MlGate.App.UseCases;

/// <summary>Does something with each gate that a command line names.</summary>
/// <param name="output">Where problems go.</param>
/// <param name="cache">Folder of the content cache; null for the usual one.</param>
internal sealed class GateCommandRunner(Output output, string? cache)
{
    /// <summary>Where diagnostics.json goes for a build; null for none.</summary>
    public string? DiagnosticsFolder { get; init; }

    /// <summary>In a pull request, is it about the gates of the base, too?</summary>
    public bool WithThoseOfTheBase { get; init; }

    /// <summary>The branch that the change will be merged into, where the command line names it; null to ask the environment.</summary>
    public string? Target { get; init; }

    /// <param name="named">Gate files; none for the one of this folder.</param>
    /// <param name="all">Every gate file below this folder?</param>
    /// <param name="act">What is done; it returns findings to be shown.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <returns>The exit code: the first in the order of precedence.</returns>
    public async Task<int> RunAsync(
        IReadOnlyList<string> named,
        bool all,
        Func<GateServices, Gate, Task<IReadOnlyList<Finding>>> act,
        CancellationToken cancel
    )
    {
        var surroundings = HostEnvironment.Read(Environment.GetEnvironmentVariable) with { Target = Target };
        var files = WithThoseOfTheBase
            ? await PullRequestGates.FindAsync(Directory.GetCurrentDirectory(), named, all, cache, surroundings, cancel)
            : PullRequestGates.InTree(Directory.GetCurrentDirectory(), named, all);
        var findings = new List<Finding>(files.Problems);

        // Of a gate that only the target branch has, or that is not checked out, there is nothing to do anything with: that is for a check
        // to say.
        foreach (var found in (files.Value ?? []).Where(found => found is not (GateLocation.OnlyOnTarget or GateLocation.NotCheckedOut)))
        {
            using var workplace = new GateServices(found, cache, surroundings);
            var gate = workplace.ReadGate();
            findings.AddRange(gate.Value is null ? gate.Problems : await act(workplace, gate.Value));
        }

        output.Problems(findings.Where(finding => finding.Outcome is not (Outcome.Passed or Outcome.Waived or Outcome.NoBaseline)));
        if (DiagnosticsFolder is not null)
        {
            ReportFolder.WriteDiagnostics(
                DiagnosticsFolder,
                ProblemReport.Create(findings, "mlgate", named.Count > 0 ? named[0] : GateFileSearch.DefaultName)
            );
        }

        return ExitCode.Worst(findings.Select(Verdict.ExitOf));
    }
}
