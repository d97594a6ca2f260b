using MlGate.Checks.Versions;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reports;
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
        var reader = new ArtifactReader(ports.Versions, gate, options, progress);
        var datasets = gate
            .Datasets.Where(dataset => options.OnlyDatasets?.Contains(dataset.Name) ?? true)
            .ToDictionary(
                dataset => dataset.Name,
                dataset => reader.Read(new Artifact(ArtifactKind.Dataset, dataset.Name, dataset.Path), dataset.Place, cancel)
            );
        var models = gate
            .Models.Where(_ => options.OnlyDatasets is null)
            .ToDictionary(
                model => model.Name,
                model => reader.Read(new Artifact(ArtifactKind.Model, model.Name, model.Path), model.Place, cancel)
            );

        var testSets = options.TestSetsAt is { } at ? new TestSets(ports.Versions, gate, at) : null;
        if (testSets is not null)
        {
            datasets = datasets.ToDictionary(dataset => dataset.Key, dataset => testSets.For(dataset.Value, cancel));
        }

        var findings = new List<Finding>();
        var rows = new Dictionary<string, long?>();

        var datasetRun = new DatasetRun(ports.Profiles, gate, options, progress);
        foreach (var dataset in gate.Datasets.Where(dataset => datasets.ContainsKey(dataset.Name)))
        {
            findings.AddRange(datasetRun.Run(dataset, datasets, out var count, cancel));
            rows[dataset.Id] = count;
        }

        var modelRun = new ModelRun(ports, gate, options, progress);
        foreach (var model in gate.Models.Where(model => models.ContainsKey(model.Name)))
        {
            findings.AddRange(modelRun.Run(model, models[model.Name], datasets, out var count, cancel));
            rows[model.Id] = count;
        }

        findings.AddRange(datasets.Values.Concat(models.Values).Select(state => reader.Recheck(state, cancel)).OfType<Finding>());

        IReadOnlyList<ReportedArtifact> artifacts =
        [
            .. datasets.Values.Select(state =>
                Reported(state, null, rows.GetValueOrDefault(state.Artifact.Id)) with
                {
                    Distributions = datasetRun.Distributions.GetValueOrDefault(state.Artifact.Id),
                }
            ),
            .. gate
                .Models.Where(model => models.ContainsKey(model.Name))
                .Select(model =>
                    Reported(models[model.Name], model, rows.GetValueOrDefault(model.Id)) with
                    {
                        Anchor = modelRun.Anchors.GetValueOrDefault(model.Id).Version,
                        AnchorCommit = modelRun.Anchors.GetValueOrDefault(model.Id).Commit,
                        Training = modelRun.Trainings.GetValueOrDefault(model.Id),
                        Picture = modelRun.Pictures.GetValueOrDefault(model.Id),
                    }
                ),
        ];
        var waivers = new WaiverApplier(gate, artifacts, ports.Clock.Now);
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
            Artifacts = artifacts,
            Findings = findings,
            Loosened = [.. gate.Loosened.Select(loosened => loosened.Value)],
            Waivers = waivers.Active,
            Verdict = Verdict.From(findings),
            Randomness = modelRun.Randomness,
            GeneratedAt = ports.Clock.Now,
            Behind = Behind([.. datasets.Values, .. models.Values], gate),
            ValidUntil = waivers.ValidUntil,
        };
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

    private static ReportedArtifact Reported(ArtifactState state, ModelGate? model, long? rows) =>
        new()
        {
            Id = state.Artifact.Id,
            Path = state.Artifact.Path,
            Candidate = state.Candidate?.Version,
            Baseline = state.Baseline?.Version,
            BaselineCommit = state.BaselineCommit,
            Evaluated = state.Before?.Version,
            Rows = rows,
            Test = model is null ? null : Artifact.IdOf(ArtifactKind.Dataset, model.Test),
            Primary = model is null || model.Metrics.Count == 0 ? null : $"{model.Id}.metrics.{model.Primary ?? model.Metrics[0].Metric}",
        };
}
