using MlGate.Checks.Versions;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Predictions;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Scores one model and its baseline on the same rows, and has the metrics judged.</summary>
internal sealed class ModelRun(GatePorts ports, Gate gate, IRunProgress progress)
{
    public IReadOnlyList<Finding> Run(ModelGate model, ArtifactState state, IReadOnlyDictionary<string, ArtifactState> datasets, out long? rows, CancellationToken cancel)
    {
        rows = null;
        var findings = new List<Finding>(state.Findings);
        var known = datasets.Where(dataset => dataset.Value.Candidate is not null).ToDictionary(dataset => dataset.Key, dataset => dataset.Value.Candidate!.Version);
        findings.AddRange(VersionChecks.Judge(ModelLineage.StateOf(model, state.Lock, state.Candidate?.Version, known, ports.Versions, cancel)));
        var test = datasets[model.Test];
        if (!state.Usable || !test.Usable)
        {
            return findings;
        }

        var predictions = Predict(model, test, state.Candidate!, state.Baseline, cancel);
        findings.AddRange(Placed(predictions.Problems.Concat(predictions.Value?.Notes ?? []), model));
        rows = predictions.Value?.Rows;
        return findings;
    }

    private Result<PredictionSet> Predict(ModelGate model, ArtifactState test, ArtifactBytes candidate, ArtifactBytes? baseline, CancellationToken cancel)
    {
        using var step = progress.Step(model.Id, "score");
        return ports.Predictions.Predict(
            new PredictionRequest
            {
                Model = model,
                TestGate = gate.Datasets.First(dataset => dataset.Name == model.Test),
                Test = test.Candidate!,
                Candidate = candidate,
                Baseline = baseline,
            },
            cancel);
    }

    private static IEnumerable<Finding> Placed(IEnumerable<Finding> findings, ModelGate model) =>
        findings.Select(finding => finding with { Place = finding.Place ?? model.Place });
}
