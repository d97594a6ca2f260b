using System.Text.RegularExpressions;
using MlGate.Checks.Models;
using MlGate.Checks.Versions;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Plots;
using MlGate.Predictions;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Scores one model, its baseline and its anchor on the same rows, and has the metrics judged.</summary>
internal sealed class ModelRun(GatePorts ports, Gate gate, RunOptions options, IRunProgress progress)
{
    private readonly bool strict = ports.Versions.Checkout.Target is { } target && gate.StrictBranches.Any(glob => IsMatch(glob, target));

    /// <summary>How random numbers were drawn, once a model drew some.</summary>
    public ReportedRandomness? Randomness { get; private set; }

    /// <summary>What there is to see, per model's id.</summary>
    public Dictionary<string, ModelPlots> Pictures { get; } = [];

    /// <summary>The anchor that limits are measured since, per model's id.</summary>
    public Dictionary<string, (ArtifactVersion Version, Baseline Commit)> Anchors { get; } = [];

    /// <summary>What it was trained from, per model's id.</summary>
    public Dictionary<string, ReportedTraining> Trainings { get; } = [];

    public IReadOnlyList<Finding> Run(
        ModelGate model,
        ArtifactState state,
        IReadOnlyDictionary<string, ArtifactState> datasets,
        out long? rows,
        CancellationToken cancel
    )
    {
        rows = null;
        var findings = new List<Finding>(state.Findings);
        var known = datasets
            .Where(dataset => dataset.Value.Candidate is not null)
            .ToDictionary(dataset => dataset.Key, dataset => dataset.Value.Candidate!.Version);
        var lineage = ModelLineage.StateOf(model, state.Lock, state.Candidate?.Version, known, ports.Versions, cancel);
        findings.AddRange(VersionChecks.Evaluate(lineage));
        if (ModelLineage.Reported(lineage) is { } training)
        {
            Trainings[model.Id] = training;
        }

        var test = datasets[model.Test];
        if (!state.Usable || !test.Usable || test.EvaluationUnknown)
        {
            return findings;
        }

        if (test.Before is not null && model.Key is null && model.IsPredictionFile)
        {
            findings.Add(OfOtherRows(model, test));
            return findings;
        }

        var predictions = Predict(model, test, state.Candidate!, state.Baseline, state.BaselineCommit, "score", cancel);
        findings.AddRange(Placed(predictions.Problems.Concat(predictions.Value?.Notes ?? []), model));
        if (predictions.Value is null)
        {
            return findings;
        }

        rows = predictions.Value.Rows;
        var anchor = Anchor(model, state, test, findings, cancel);
        using var step = progress.Step(model.Id, "judge");
        var judgement = ModelChecks.Evaluate(
            new ModelEvaluation
            {
                Model = model,
                Predictions = predictions.Value,
                Anchor = anchor,
                Alpha = gate.Alpha,
                BaselineUnknown = state.BaselineUnknown,
                Strict = strict,
                RequireBaseline = gate.RequireBaseline,
            }
        );
        Randomness ??= judgement.Randomness;
        if (options.WithPictures && judgement.Rows is { } judged && ModelPlotBuilder.Create(judged, model.Task, gate.Alpha) is { } picture)
        {
            Pictures[model.Id] = picture;
        }

        findings.AddRange(judgement.Findings);
        return findings;
    }

    private PredictionSet? Anchor(
        ModelGate model,
        ArtifactState state,
        ArtifactState test,
        List<Finding> findings,
        CancellationToken cancel
    )
    {
        var wanted = model.Metrics.SelectMany(metric => metric.Limits).Any(limit => limit.Value.Kind.ComparedWith == ComparedWith.Anchor);
        if (!wanted || gate.Anchor is null)
        {
            return null;
        }

        var commit = ports.Versions.Baseline(gate.Anchor, state.Artifact);
        var bytes = commit.Value is null
            ? Result.Failed<ArtifactBytes>(commit.Problems)
            : ports.Versions.At(state.Artifact, commit.Value, cancel);
        if (bytes.Value is null)
        {
            findings.AddRange(Placed(bytes.Problems, model).Select(OfAnchor));
            return null;

            // As without a baseline: there may be none yet. A ref that cannot be used is the same for all models, and is said once.
            Finding OfAnchor(Finding problem) =>
                problem.Code == Diagnostics.NoBaselineFound.Code
                    ? problem with
                    {
                        Id = model.Id + ".anchor",
                        Outcome = Outcome.NoBaseline,
                        Severity = gate.RequireBaseline ? problem.Severity : Severity.Info,
                    }
                    : problem with
                    {
                        Id = "anchor",
                    };
        }

        Anchors[model.Id] = (bytes.Value.Version, commit.Value!);
        var predictions = Predict(model, test, state.Candidate!, bytes.Value, commit.Value, "score the anchor", cancel);
        findings.AddRange(Placed(predictions.Problems.Concat(predictions.Value?.Notes ?? []), model));
        return predictions.Value;
    }

    private Result<PredictionSet> Predict(
        ModelGate model,
        ArtifactState test,
        ArtifactBytes candidate,
        ArtifactBytes? other,
        Baseline? otherCommit,
        string what,
        CancellationToken cancel
    )
    {
        using var step = progress.Step(model.Id, what);
        return ports.Predictions.Predict(
            new PredictionRequest
            {
                Model = model,
                TestGate = gate.Datasets.First(dataset => dataset.Name == model.Test),
                Test = test.Evaluated!,
                Candidate = candidate,
                Baseline = other,
                BaselineTest = other is null ? null : TestAt(model, test, otherCommit!, cancel),
            },
            cancel
        );
    }

    // They are paired with rows by their place: on other rows they say nothing.
    private static Finding OfOtherRows(ModelGate model, ArtifactState test) =>
        new()
        {
            Code = Diagnostics.TestSetChanged.Code,
            Id = model.Id + ".test",
            Subject = model.Id,
            Outcome = Outcome.NotMeasured,
            Expected = "predictions that match the previous test set",
            Found = $"the pull request changes {test.Artifact.Id}; predictions without a key match no other test set",
            Fix =
                "Declare key for the model in the gate file and write that column with the predictions, or change the test set in a "
                + "separate pull request",
            Place = model.Place,
        };

    // Predictions without a key belong to the rows of the test set beside them.
    private ArtifactVersion? TestAt(ModelGate model, ArtifactState test, Baseline commit, CancellationToken cancel) =>
        model.Key is null && model.IsPredictionFile ? ports.Versions.At(test.Artifact, commit, cancel).Value?.Version : null;

    private static IEnumerable<Finding> Placed(IEnumerable<Finding> findings, ModelGate model) =>
        findings.Select(finding => finding with { Place = finding.Place ?? model.Place });

    private static bool IsMatch(string glob, string branch) =>
        Regex.IsMatch(
            branch,
            "^" + Regex.Escape(glob).Replace("\\*", ".*", StringComparison.Ordinal) + "$",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
        );
}
