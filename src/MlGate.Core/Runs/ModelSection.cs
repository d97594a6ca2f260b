using System.Text.RegularExpressions;
using MlGate.Checks.Models;
using MlGate.Checks.Models.Evaluation;
using MlGate.Checks.Versions;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Plots;
using MlGate.Predictions;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Section <c>models</c>: scores a model, its baseline and its anchor on the same rows, and has the metrics judged.</summary>
internal sealed class ModelSection : IGateSection
{
    public GateSection Section => GateSection.Models;

    public async Task<SectionResult> RunAsync(RunContext run, SubjectGate subject, CancellationToken cancel)
    {
        var model = (ModelGate)subject;
        var state = run.States[model.Id];
        var lineage = await ModelLineage.ReadStateAsync(
            model,
            state.Lock,
            state.Candidate?.Version,
            Known(run),
            run.Ports.Versions,
            cancel
        );
        List<Finding> findings = [.. state.Findings, .. VersionChecks.Evaluate(lineage)];
        var part = new ModelPart
        {
            Id = model.Id,
            Path = model.Path,
            Candidate = state.Candidate?.Version,
            Baseline = state.Baseline?.Version,
            BaselineCommit = state.BaselineCommit,
            Test = GateSection.Datasets.Subject(model.Test),
            Primary = model.Metrics is [var first, ..] ? model.Id.Child("metrics").Child(model.Primary ?? first.Metric) : null,
            Training = ModelLineage.Reported(lineage),
        };
        var test = run.Dataset(model.Test)!;
        if (!state.Usable || !test.Usable || test.EvaluationUnknown)
        {
            return new SectionResult(part, findings);
        }

        if (test.Before is not null && model.Key is null && model.IsPredictionFile)
        {
            return new SectionResult(part, [.. findings, DifferentRows(model, test)]);
        }

        var predictions = await PredictAsync(run, model, state.Baseline, state.BaselineCommit, "score", cancel);
        findings.AddRange(Placed(predictions.Problems.Concat(predictions.Value?.Notes ?? []), model));
        if (predictions.Value is null)
        {
            return new SectionResult(part, findings);
        }

        var anchor = await PredictAnchorAsync(run, model, findings, cancel);
        using var step = run.Progress.Step(model.Id.Text, "judge");
        var judgement = ModelChecks.Evaluate(
            new ModelEvaluation
            {
                Model = model,
                Predictions = predictions.Value,
                Test = run.Gate.Datasets.First(dataset => dataset.Name == model.Test),
                Anchor = anchor?.Predictions,
                Alpha = run.Gate.Alpha,
                BaselineUnknown = state.BaselineUnknown,
                Strict = IsStrict(run),
                RequireBaseline = run.Gate.RequireBaseline,
            }
        );
        findings.AddRange(
            judgement.Findings.Select(finding =>
                finding.Judged.Count > 0 ? finding : finding with { Judged = JudgedRows.With(model, ComparedWith.Nothing) }
            )
        );
        return new SectionResult(
            part with
            {
                Rows = predictions.Value.Rows,
                Anchor = anchor?.Version,
                AnchorCommit = anchor?.Commit,
                Picture =
                    run.Options.WithPictures && judgement.Rows is { } judged
                        ? ModelPlotBuilder.Create(judged, model.Task, run.Gate.Alpha)
                        : null,
            },
            findings,
            judgement.Randomness
        );
    }

    private static Dictionary<string, ArtifactVersion> Known(RunContext run)
    {
        var known = new Dictionary<string, ArtifactVersion>(StringComparer.Ordinal);
        foreach (var state in run.States.Values)
        {
            if (state.Artifact.Kind == ArtifactKind.Dataset && state.Candidate is { } candidate)
            {
                known[state.Artifact.Name] = candidate.Version;
            }
        }

        return known;
    }

    private static bool IsStrict(RunContext run) =>
        run.Ports.Versions.Checkout.Target is { } target && run.Gate.StrictBranches.Any(glob => IsMatch(glob, target));

    private static async Task<AnchorPredictions?> PredictAnchorAsync(
        RunContext run,
        ModelGate model,
        List<Finding> findings,
        CancellationToken cancel
    )
    {
        var (gate, versions) = (run.Gate, run.Ports.Versions);
        if (!model.ComparesWithAnchor || gate.Anchor is null)
        {
            return null;
        }

        var commit = await versions.FindBaselineAsync(gate.Anchor, model.Artifact, cancel);
        var bytes = commit.Value is null
            ? Result.Failed<ArtifactBytes>(commit.Problems)
            : await versions.ReadAtAsync(model.Artifact, commit.Value, cancel);
        if (bytes.Value is null)
        {
            findings.AddRange(Placed(bytes.Problems, model).Select(OfAnchor));
            return null;

            // As without a baseline: there may be none yet. A ref that cannot be used is the same for all models, and is said once.
            Finding OfAnchor(Finding problem) =>
                problem.Code == Diagnostics.NoBaselineFound.Code
                    ? problem with
                    {
                        Id = model.Id.Child("anchor"),
                        Outcome = Outcome.NoBaseline,
                        Severity = gate.RequireBaseline ? problem.Severity : Severity.Info,
                    }
                    : problem with
                    {
                        Id = "anchor",
                    };
        }

        var predictions = await PredictAsync(run, model, bytes.Value, commit.Value, "score the anchor", cancel);
        findings.AddRange(Placed(predictions.Problems.Concat(predictions.Value?.Notes ?? []), model));
        return new AnchorPredictions(bytes.Value.Version, commit.Value!, predictions.Value);
    }

    private static async Task<Result<PredictionSet>> PredictAsync(
        RunContext run,
        ModelGate model,
        ArtifactBytes? other,
        Baseline? otherCommit,
        string what,
        CancellationToken cancel
    )
    {
        using var step = run.Progress.Step(model.Id.Text, what);
        var test = run.Dataset(model.Test)!;
        return await run.Ports.Predictions.PredictAsync(
            new PredictionRequest
            {
                Model = model,
                TestGate = run.Gate.Datasets.First(dataset => dataset.Name == model.Test),
                Test = test.Evaluated!,
                Candidate = run.States[model.Id].Candidate!,
                Baseline = other,
                BaselineTest = other is null ? null : await ReadTestAtAsync(run, model, test, otherCommit!, cancel),
            },
            cancel
        );
    }

    // They are paired with rows by their place: on other rows they say nothing.
    private static Finding DifferentRows(ModelGate model, ArtifactState test) =>
        new()
        {
            Code = Diagnostics.TestSetChanged.Code,
            Id = model.Id.Child("test"),
            Subject = model.Id.Text,
            Outcome = Outcome.NotMeasured,
            Expected = "predictions that match the previous test set",
            Found = $"the pull request changes {test.Artifact.Id}; predictions without a key match no other test set",
            Fix =
                "Declare key for the model in the gate file and write that column with the predictions, or change the test set in a "
                + "separate pull request",
            Place = model.Place,
        };

    // Predictions without a key belong to the rows of the test set beside them.
    private static async Task<ArtifactVersion?> ReadTestAtAsync(
        RunContext run,
        ModelGate model,
        ArtifactState test,
        Baseline commit,
        CancellationToken cancel
    ) =>
        model.Key is null && model.IsPredictionFile
            ? (await run.Ports.Versions.ReadAtAsync(test.Artifact, commit, cancel)).Value?.Version
            : null;

    private static IEnumerable<Finding> Placed(IEnumerable<Finding> findings, ModelGate model) =>
        findings.Select(finding => finding with { Place = finding.Place ?? model.Place });

    private static bool IsMatch(string glob, string branch) =>
        Regex.IsMatch(
            branch,
            "^" + Regex.Escape(glob).Replace("\\*", ".*", StringComparison.Ordinal) + "$",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
        );

    /// <summary>The anchor of a model; its predictions are null where it could not be scored.</summary>
    private sealed record AnchorPredictions(ArtifactVersion Version, Baseline Commit, PredictionSet? Predictions);
}
