using System.Globalization;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Predictions;
using MlGate.Testing;

namespace MlGate.Models.Tests.Sources;

/// <summary>Files of predictions with margins and decisions.</summary>
public sealed class PredictedDecisionTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Decisions_alone_measure_decisions_and_no_ranks()
    {
        var set = await Predict("id,d\n", id => id % 3 == 0 ? "Yes" : "No", gate => gate with { Decision = "d" });

        Assert.Equal(Enumerable.Range(1, 200).Select(id => id % 3 == 0 ? 1 : 0), set.Candidate.Decisions);
        Assert.Equal((false, false), (set.Candidate.HasRanks, set.Candidate.Calibrated));
    }

    [Theory]
    [InlineData("Yes", "No")]
    [InlineData("1", "0")]
    [InlineData("True", "False")]
    public async Task A_decision_is_a_label_or_a_truth_value(string positive, string negative)
    {
        var set = await Predict("id,d\n", id => id % 3 == 0 ? positive : negative, gate => gate with { Decision = "d" });

        Assert.Equal(Enumerable.Range(1, 200).Select(id => id % 3 == 0 ? 1 : 0), set.Candidate.Decisions);
    }

    [Fact]
    public async Task A_decision_that_is_no_class_is_told_by_its_row()
    {
        var problem = Assert.Single(
            (await Result("id,d\n", id => id == 9 ? "Perhaps" : "No", gate => gate with { Decision = "d" })).Problems
        );

        Assert.Equal(("MLG4003", 9L), (problem.Code, problem.Evidence!.OffendingRows[0]));
    }

    [Fact]
    public async Task Margins_decide_by_their_sign_and_are_no_probabilities()
    {
        var set = await Predict("id,m\n", id => Text(id - 100), gate => gate with { Margin = "m" });

        Assert.Equal(Enumerable.Range(1, 200).Select(id => id >= 100 ? 1 : 0), Predicted(set));
        Assert.Equal((true, false), (set.Candidate.HasRanks, set.Candidate.Calibrated));
        Assert.Equal(-99, set.Candidate.Values[0]);
    }

    [Fact]
    public async Task Beside_probabilities_margins_decide()
    {
        var set = await Predict(
            "id,p,m\n",
            id => Text(id / 256.0) + "," + Text(id - 150),
            gate => gate with { Margin = "m", ScoreColumns = Score }
        );

        Assert.Equal(Enumerable.Range(1, 200).Select(id => id >= 150 ? 1 : 0), Predicted(set));
        Assert.True(set.Candidate.Calibrated);
        Assert.Equal(1 / 256.0, set.Candidate.Values[0]);
        Assert.Contains("differs in 22 of 200 rows", Assert.Single(set.Notes).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_threshold_goes_before_decisions_and_margins()
    {
        var set = await Predict(
            "id,p,m,d\n",
            id => Text(id / 256.0) + "," + Text(id) + ",Yes",
            gate => gate with { Margin = "m", Decision = "d", ScoreColumns = Score, Threshold = 0.5 }
        );

        Assert.Null(set.Candidate.Decisions);
        Assert.Equal(Enumerable.Range(1, 200).Select(id => id >= 128 ? 1 : 0), Predicted(set));
    }

    [Fact]
    public async Task Probabilities_that_rounding_lifts_above_one_are_one()
    {
        var set = await Predict("id,p\n", id => id == 1 ? "1.0000001" : "0.5", gate => gate with { ScoreColumns = Score });

        Assert.Equal(1.0, set.Candidate.Values[0]);
    }

    private static Dictionary<string, string> Score => new() { ["Yes"] = "p" };

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static int[] Predicted(PredictionSet set) => new Observations(set.Labels, set.Candidate, set.Classes.Count).Predicted;

    private async Task<PredictionSet> Predict(string header, Func<int, string> row, Func<ModelGate, ModelGate> gate)
    {
        var result = await Result(header, row, gate);
        Assert.True(result.Value is not null, string.Join('\n', result.Problems.Select(problem => problem.Message)));
        return result.Value;
    }

    private async Task<Findings.Result<PredictionSet>> Result(string header, Func<int, string> row, Func<ModelGate, ModelGate> gate)
    {
        var csv = header + string.Concat(Enumerable.Range(1, 200).Select(id => $"r{id},{row(id)}\n"));
        var request = Requests.Of(models.Test, folder.Write("predictions.csv", csv));
        return await Requests
            .Predictions(folder.Path)
            .PredictAsync(request with { Model = gate(request.Model with { Key = "id" }) }, CancellationToken.None);
    }
}
