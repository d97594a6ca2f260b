using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reports;
using MlGate.Runs;

namespace MlGate.App.Policy;

/// <summary>
/// Runs a gate where it stands: a pull request is judged by the gate and the test sets of the commit that it branched from, and what it
/// changes in them is tried out beside.
/// </summary>
/// <param name="ports">The outside world.</param>
/// <param name="files">Reads gates at commits.</param>
/// <param name="options">What the caller decides.</param>
/// <param name="progress">Hears what is being done.</param>
public sealed class GoverningGateRun(GatePorts ports, IGateFiles files, RunOptions options, IRunProgress progress)
{
    /// <summary>Checks everything that the gate declares.</summary>
    /// <param name="head">The gate of the working tree.</param>
    /// <param name="name">The gate file's name in its own folder.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<Report> RunAsync(Gate head, string name, CancellationToken cancel)
    {
        var (judged, changed, tried) = await RunBothAsync(head, name, cancel);
        return tried is null ? judged : judged with { Preview = ReportedPreview.From(changed, judged, tried) };
    }

    /// <summary>Checks everything that a gate of the base declares whose file the pull request removes.</summary>
    /// <param name="based">The gate of the base.</param>
    /// <param name="name">The gate file's name in its own folder.</param>
    /// <param name="removal">What the pull request does.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<Report> RunRemovedAsync(Gate based, string name, GateRemoval removal, CancellationToken cancel)
    {
        var policy = await GoverningGateResolver.ForRemovedAsync(based, name, removal, files, ports.Versions, cancel);
        return policy.IsEnd ? End(policy) : await EvaluateAsync(policy, cancel);
    }

    /// <summary>
    /// The report that counts, what the pull request changes in gate and test sets, and the report that these would give; null where
    /// nothing is changed.
    /// </summary>
    internal async Task<(Report Judged, IReadOnlyList<string> ChangedFiles, Report? Tried)> RunBothAsync(
        Gate head,
        string name,
        CancellationToken cancel
    )
    {
        var policy = await GoverningGateResolver.ChooseAsync(head, name, files, ports.Versions, cancel);
        var judged = await EvaluateAsync(policy, cancel);
        var unchanged = policy.Changed.Count == 0 && ReportedPreview.TestSetsChangedIn(judged).Count == 0;

        // Of what is tried out, outcomes are shown and nothing else.
        return (judged, policy.Changed, unchanged ? null : await RunAsync(head, options with { WithPictures = false }, policy, cancel));
    }

    private async Task<Report> EvaluateAsync(GoverningGate policy, CancellationToken cancel) =>
        await RunAsync(policy.Gate, options with { Notes = policy.Notes, TestSetsAt = policy.TestSetsAt }, policy, cancel);

    private async Task<Report> RunAsync(Gate gate, RunOptions with, GoverningGate policy, CancellationToken cancel) =>
        await new GateRun(ports, with with { WaiversAt = gate.WaiversOfBaseOnly ? policy.Base?.Commit : null }, progress).RunAsync(
            gate,
            cancel
        );

    private Report End(GoverningGate policy) =>
        new()
        {
            Tool = options.Tool,
            Gate = policy.Gate.Name,
            GateFile = options.GateFile,
            Commit = ports.Versions.Checkout.Commit,
            Alpha = policy.Gate.Alpha,
            Parts = [],
            Findings = policy.Notes,
            Verdict = Verdict.From(policy.Notes),
            GeneratedAt = ports.Clock.Now,
        };
}
