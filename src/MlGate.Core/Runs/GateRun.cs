using MlGate.Checks.Versions;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reports;
using MlGate.Tracing;
using MlGate.Versions;
using MlGate.Waivers;

namespace MlGate.Runs;

/// <summary>The conductor: takes a gate and ports, and returns a report. It decides nothing itself.</summary>
/// <param name="ports">The outside world.</param>
/// <param name="options">What the caller decides.</param>
/// <param name="progress">Hears what is being done.</param>
public sealed class GateRun(GatePorts ports, RunOptions options, IRunProgress progress)
{
    /// <summary>Checks everything that the gate declares.</summary>
    /// <param name="gate">What must hold.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<Report> RunAsync(Gate gate, CancellationToken cancel)
    {
        var subjects = gate.Subjects.Where(subject => options.Only?.Contains(subject.Id) ?? true).ToList();
        var reader = new ArtifactReader(ports.Versions, gate, options, progress);
        var testSets = options.TestSetsAt is { } at ? new TestSets(ports.Versions, gate, at) : null;
        var run = new RunContext
        {
            Gate = gate,
            Ports = ports,
            Options = options,
            Progress = progress,
            States = await ReadAsync(subjects, reader, testSets, cancel),
        };
        var results = new List<SectionResult>();
        foreach (var section in SectionClasses.Find<IGateSection>())
        {
            foreach (var subject in subjects.Where(subject => subject.Section == section.Section))
            {
                results.Add(await RunAsync(section, run, subject, cancel));
            }
        }

        IReadOnlyList<ReportPart> parts = [.. results.Select(result => result.Part)];
        List<Finding> findings = [.. results.SelectMany(result => result.Findings)];
        foreach (var state in run.States.Values)
        {
            if (await reader.RecheckAsync(state, cancel) is { } changed)
            {
                findings.Add(changed);
            }
        }

        var waivers = new WaiverApplier(gate, parts, ports.Clock.Now);
        var judged = waivers.Apply(ports.Waivers.Read(options.WaiversAt), findings);

        // One reason can keep several artifacts from being compared; it is said once.
        findings =
        [
            .. (
                (IEnumerable<Finding>)
                    [
                        .. options.Notes,
                        .. testSets?.Notes ?? [],
                        .. History(gate, findings),
                        .. PolicyFindings.For(gate),
                        .. waivers.Said,
                        .. judged,
                    ]
            ).DistinctBy(finding => (finding.Code, finding.Id, finding.Subject, finding.Found)),
        ];
        return new Report
        {
            Tool = options.Tool,
            Gate = gate.Name,
            GateFile = options.GateFile,
            Commit = ports.Versions.Checkout.Commit,
            Alpha = gate.Alpha,
            Parts = parts,
            Findings = findings,
            Loosened = [.. gate.Loosened.Select(loosened => loosened.Value)],
            Waivers = waivers.Active,
            Verdict = Verdict.From(findings),
            Randomness = results.Select(result => result.Randomness).FirstOrDefault(drawn => drawn is not null),
            GeneratedAt = ports.Clock.Now,
            Behind = await CountBehindAsync([.. run.States.Values], gate, cancel),
            ValidUntil = waivers.ValidUntil,
        };
    }

    private static async Task<SectionResult> RunAsync(IGateSection section, RunContext run, SubjectGate subject, CancellationToken cancel)
    {
        using var trace = RunTrace.Start("check", subject.Id.Text);
        var result = await section.RunAsync(run, subject, cancel);
        trace?.SetTag("findings", result.Findings.Count);
        return result;
    }

    private static async Task<OrderedDictionary<CheckId, ArtifactState>> ReadAsync(
        IEnumerable<SubjectGate> subjects,
        ArtifactReader reader,
        TestSets? testSets,
        CancellationToken cancel
    )
    {
        var states = new OrderedDictionary<CheckId, ArtifactState>();
        foreach (var subject in subjects)
        {
            if (subject.Artifact is { } artifact)
            {
                states.Add(subject.Id, await reader.ReadAsync(artifact, subject, cancel));
            }
        }

        // All are read before: the reader reports its steps in the order of the gate file.
        foreach (var (id, state) in states.ToList())
        {
            states[id] = testSets is null ? state : await testSets.ForAsync(state, cancel);
        }

        return states;
    }

    // Where the history is lost, that is said, and nothing of a new repository.
    private IEnumerable<Finding> History(Gate gate, List<Finding> findings) =>
        findings.Exists(finding => finding.Outcome == Outcome.NotMeasured && finding.Id == "baseline")
            ? []
            : HistoryMustExist.Evaluate(gate, ports.Versions.Checkout);

    // A baseline that somebody named, or that is an earlier version on the same branch, is meant to be behind.
    private async Task<Behind?> CountBehindAsync(IReadOnlyList<ArtifactState> states, Gate gate, CancellationToken cancel) =>
        (options.Baseline ?? gate.Baseline) == "auto"
        && states.Select(state => state.BaselineCommit).FirstOrDefault(commit => commit is { IsOwnHistory: false }) is { } baseline
            ? await ports.Versions.CountBehindAsync(baseline, [.. states.Select(state => state.Artifact)], cancel)
            : null;
}
