using Microsoft.ML;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Predictions;
using MlGate.Runs;
using MlGate.Testing;

namespace MlGate.Models.Tests.Sources;

/// <summary>The decision that is judged is the one that production sees.</summary>
public sealed class DecisionTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_a_threshold_the_models_own_decision_is_judged()
    {
        var set = await Predict(Requests.Of(models.Test, models.MovedThreshold, models.Candidate));

        Assert.Equal(models.Expect<bool>(models.MovedThreshold, "PredictedLabel"), Predicted(set, set.Candidate));
        Assert.Equal(models.Expect<bool>(models.Candidate, "PredictedLabel"), Predicted(set, set.Baseline!));
        Assert.True(Positives(set, set.Candidate) < Positives(set, set.Baseline!), "The moved threshold predicts fewer positives.");
        Assert.Equal(set.Baseline!.Values, set.Candidate.Values);
    }

    [Fact]
    public async Task A_decision_that_is_not_that_of_the_threshold_is_said_once()
    {
        var probabilities = models.Expect<float>(models.MovedThreshold, "Probability");
        var differing = models
            .Expect<bool>(models.MovedThreshold, "PredictedLabel")
            .Zip(probabilities, (own, probability) => own != (probability >= 0.5f))
            .Count(differs => differs);

        var set = await Predict(Requests.Of(models.Test, models.MovedThreshold, models.MovedThreshold));

        var note = Assert.Single(set.Notes, note => note.Code == "MLG4015");
        Assert.True(differing > 0);
        Assert.Equal((Outcome.Passed, Severity.Info), (note.Outcome, note.Severity));
        Assert.Contains($"'probability of at least 0.5' differs in {differing} of 200 rows", note.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_threshold_of_the_gate_file_is_judged_and_the_other_decision_is_said()
    {
        var request = Requests.Of(models.Test, models.MovedThreshold);

        var set = await Predict(request with { Model = request.Model with { Threshold = 0.5 } });

        Assert.Equal(
            models.Expect<float>(models.MovedThreshold, "Probability").Select(probability => probability >= 0.5f),
            Predicted(set, set.Candidate, 0.5)
        );
        Assert.Contains(
            "the model's own decision differs",
            Assert.Single(set.Notes, note => note.Code == "MLG4015").Found,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Calibration_alone_changes_no_decision()
    {
        var set = await Predict(Requests.Of(models.Test, models.MarginsWithPlatt, models.Margins));

        Assert.False(set.Baseline!.Calibrated);
        Assert.True(set.Candidate.Calibrated);
        Assert.Equal(Predicted(set, set.Baseline), Predicted(set, set.Candidate));
    }

    [Fact]
    public async Task A_threshold_on_raw_margins_is_refused()
    {
        var request = Requests.Of(models.Test, models.Margins);

        var problem = Assert.Single(
            (
                await Requests
                    .Predictions(folder.Path)
                    .PredictAsync(request with { Model = request.Model with { Threshold = 0.5 } }, CancellationToken.None)
            ).Problems
        );

        Assert.Equal(("MLG4012", Outcome.NotMeasured), (problem.Code, problem.Outcome));
        Assert.Contains("threshold: model", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_classes_the_models_own_decision_is_judged()
    {
        var set = await Predict(Requests.Of(models.Test, models.Multiclass, task: ModelTask.MulticlassClassification, label: "kind"));

        Assert.Equal(
            models.Expect<string>(models.Multiclass, "PredictedLabel"),
            set.Candidate.Decisions!.Select(index => set.Classes[index])
        );
    }

    [Fact]
    public async Task A_tie_of_classes_is_broken_as_the_model_breaks_it()
    {
        var ml = new Microsoft.ML.MLContext(seed: 1);

        // One feature that says nothing: all scores of a row are equal, and the class that training saw first is predicted.
        var rows = new[] { "mid", "low", "high" }.Select(kind => new Animal { Size = 1, Kind = kind }).ToList();
        var data = ml.Data.LoadFromEnumerable(rows);
        var pipeline = Microsoft.ML.LearningPipelineExtensions.Append(
            Microsoft.ML.LearningPipelineExtensions.Append(
                Microsoft.ML.LearningPipelineExtensions.Append(
                    ml.Transforms.Conversion.MapValueToKey("Label", "Kind"),
                    ml.Transforms.Concatenate("Features", "Size")
                ),
                ml.MulticlassClassification.Trainers.NaiveBayes()
            ),
            ml.Transforms.Conversion.MapKeyToValue("PredictedLabel")
        );
        var path = folder["ties.zip"];
        ml.Model.Save(pipeline.Fit(data), data.Schema, path);
        var test = folder.Write("ties.csv", "Size,Kind\n1,low\n1,mid\n1,high\n");

        var set = await Predict(Requests.Of(test, path, task: ModelTask.MulticlassClassification, label: "Kind"));

        Assert.Equal(["mid", "mid", "mid"], set.Candidate.Decisions!.Select(index => set.Classes[index]));
    }

    private static bool[] Predicted(PredictionSet set, Scores scores, double threshold = 0.5) =>
        [.. new Observations(set.Labels, scores, set.Classes.Count, threshold).Predicted.Select(index => index == 1)];

    private static int Positives(PredictionSet set, Scores scores) => Predicted(set, scores).Count(positive => positive);

    private async Task<PredictionSet> Predict(PredictionRequest request)
    {
        var result = await Requests.Predictions(folder.Path).PredictAsync(request, CancellationToken.None);
        Assert.True(result.Value is not null, string.Join('\n', result.Problems.Select(problem => problem.Message)));
        return result.Value;
    }

    private sealed class Animal
    {
        public float Size { get; set; }

        public string Kind { get; set; } = "";
    }
}
