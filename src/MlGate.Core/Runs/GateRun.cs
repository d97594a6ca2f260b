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
    public Report Run(Gate gate, CancellationToken cancel)
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
            States = Read(subjects, reader, testSets, cancel),
        };
        var results = (
            from section in GateSections.All
            from subject in subjects
            where subject.Section == section.Section
            select Run(section, run, subject, cancel)
        ).ToList();
        IReadOnlyList<ReportPart> parts = [.. results.Select(result => result.Part)];
        List<Finding> findings =
        [
            .. results.SelectMany(result => result.Findings),
            .. run.States.Values.Select(state => reader.Recheck(state, cancel)).OfType<Finding>(),
        ];
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
            Behind = Behind([.. run.States.Values], gate),
            ValidUntil = waivers.ValidUntil,
        };
    }

    private static SectionResult Run(IGateSection section, RunContext run, SubjectGate subject, CancellationToken cancel)
    {
        using var trace = RunTrace.Start("check", subject.Id.Text);
        var result = section.Run(run, subject, cancel);
        trace?.SetTag("findings", result.Findings.Count);
        return result;
    }

    private static OrderedDictionary<CheckId, ArtifactState> Read(
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
                states.Add(subject.Id, reader.Read(artifact, subject, cancel));
            }
        }

        // All are read before: the reader reports its steps in the order of the gate file.
        foreach (var (id, state) in states.ToList())
        {
            states[id] = testSets?.For(state, cancel) ?? state;
        }

        return states;
    }

    // Where the history is lost, that is said, and nothing of a new repository.
    private IEnumerable<Finding> History(Gate gate, List<Finding> findings) =>
        findings.Exists(finding => finding.Outcome == Outcome.NotMeasured && finding.Id == "baseline")
            ? []
            : HistoryMustExist.Evaluate(gate, ports.Versions.Checkout);

    // A baseline that somebody named, or that is an earlier version on the same branch, is meant to be behind.
    private Behind? Behind(IReadOnlyList<ArtifactState> states, Gate gate) =>
        (options.Baseline ?? gate.Baseline) == "auto"
        && states.Select(state => state.BaselineCommit).FirstOrDefault(commit => commit is { IsOwnHistory: false }) is { } baseline
            ? ports.Versions.Behind(baseline, [.. states.Select(state => state.Artifact)])
            : null;
}
