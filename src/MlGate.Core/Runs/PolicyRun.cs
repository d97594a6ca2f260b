using MlGate.Gates;
using MlGate.Reports;

namespace MlGate.Runs;

/// <summary>Runs a gate where it stands: a pull request is judged by the gate and the test sets of the commit that it branched from, and what it changes in them is tried out beside.</summary>
/// <param name="ports">The outside world.</param>
/// <param name="files">Reads gates at commits.</param>
/// <param name="options">What the caller decides.</param>
/// <param name="progress">Hears what is being done.</param>
public sealed class PolicyRun(GatePorts ports, IGateFiles files, RunOptions options, IRunProgress progress)
{
    /// <summary>Checks everything that the gate declares.</summary>
    /// <param name="head">The gate of the working tree.</param>
    /// <param name="name">The gate file's name in its own folder.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Report Run(Gate head, string name, CancellationToken cancel)
    {
        var policy = PolicySource.Choose(head, name, files, ports.Versions);
        var report = Run(policy.Gate, options with { Notes = policy.Notes, TestSetsAt = policy.TestSetsAt }, policy, cancel);
        IReadOnlyList<string> changed = [.. policy.Changed, .. report.Artifacts.Where(artifact => artifact.Evaluated is not null).Select(artifact => artifact.Id)];
        return changed.Count == 0 ? report : report with { Preview = ReportedPreview.Of(changed, report, Run(head, options, policy, cancel)) };
    }

    private Report Run(Gate gate, RunOptions with, PolicyChoice policy, CancellationToken cancel) =>
        new GateRun(ports, with with { WaiversAt = gate.WaiversOfBaseOnly ? policy.Base?.Commit : null }, progress).Run(gate, cancel);
}
