using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Testing;
using static MlGate.Models.Tests.Sources.PredictionColumns;

namespace MlGate.Models.Tests.Sources;

public sealed class ModelPredictionsTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Candidate_and_baseline_answer_what_ML_NET_answers()
    {
        var set = (
            await Requests
                .Predictions(folder.Path)
                .PredictAsync(Requests.Of(models.Test, models.Candidate, models.Baseline), CancellationToken.None)
        ).Value!;

        Assert.Equal(["No", "Yes"], set.Classes);
        Assert.Equal(models.Expect<bool>(models.Candidate, "Label").Select(label => label ? 1.0 : 0.0), set.Labels);
        Assert.Equal(models.Expect<float>(models.Candidate, "Probability").Select(value => (double)value), set.Candidate.Values);
        Assert.Equal(models.Expect<float>(models.Baseline, "Probability").Select(value => (double)value), set.Baseline!.Values);
        Assert.True(set.Candidate.Calibrated);
        Assert.Equal(200, set.Keys.Distinct().Count());
        Assert.DoesNotContain(set.Notes, note => note.Code != "MLG4015");
        Assert.Null(set.Weights);
    }

    [Fact]
    public async Task Margins_are_not_called_probabilities()
    {
        var set = (
            await Requests.Predictions(folder.Path).PredictAsync(Requests.Of(models.Test, models.Margins), CancellationToken.None)
        ).Value!;

        Assert.False(set.Candidate.Calibrated);
        Assert.Equal(models.Expect<float>(models.Margins, "Score").Select(value => (double)value), set.Candidate.Values);
    }

    [Fact]
    public async Task Classes_are_put_in_ordinal_order_with_their_scores()
    {
        var request = Requests.Of(models.Test, models.Multiclass, models.MulticlassTrees, ModelTask.MulticlassClassification, "kind");

        var set = (await Requests.Predictions(folder.Path).PredictAsync(request, CancellationToken.None)).Value!;

        Assert.Equal(["high", "low", "mid"], set.Classes);
        Assert.Equal(3, set.Candidate.Columns);
        Assert.True(set.Candidate.Calibrated);
        var expected = models.Expect<string>(models.Multiclass, "PredictedLabel");
        Assert.Equal(expected, Enumerable.Range(0, set.Rows).Select(row => set.Classes[ArgMax(set.Candidate.Values.AsSpan(row * 3, 3))]));
        Assert.Equal(
            models.Expect<float[]>(models.MulticlassTrees, "Score").SelectMany(row => row).Order(),
            set.Baseline!.Values.Select(value => (float)value).Order()
        );
    }

    [Fact]
    public async Task Regression_answers_numbers()
    {
        var set = (
            await Requests
                .Predictions(folder.Path)
                .PredictAsync(
                    Requests.Of(models.Test, models.Regression, task: ModelTask.Regression, label: "target"),
                    CancellationToken.None
                )
        ).Value!;

        Assert.Empty(set.Classes);
        Assert.Equal(models.Expect<float>(models.Regression, "Score").Select(value => (double)value), set.Candidate.Values);
        Assert.Equal(models.Expect<float>(models.Regression, "target"), set.Labels.Select(label => (float)label));
    }

    [Fact]
    public async Task Weights_and_groups_come_along()
    {
        var request = Requests.Of(models.Test, models.Candidate);
        request = request with
        {
            TestGate = request.TestGate with { Columns = [Column("weight", ColumnRole.Weight), Column("household", ColumnRole.Group)] },
        };

        var set = (await Requests.Predictions(folder.Path).PredictAsync(request, CancellationToken.None)).Value!;

        Assert.Equal([2.0, 3.0, 1.0], set.Weights!.Take(3));
        Assert.Equal(set.Groups![0], set.Groups[40]);
        Assert.NotEqual(set.Groups[4], set.Groups[9]);
        Assert.Equal(set.Groups.Max() + 1, set.Groups.Distinct().Count());
    }

    [Fact]
    public async Task The_label_need_not_be_what_the_model_was_trained_on()
    {
        var withoutLabel = Rewrite(cells => string.Join(',', cells.Where((_, index) => index != 7)));

        var set = await Requests.Predictions(folder.Path).PredictAsync(Requests.Of(withoutLabel, models.Candidate), CancellationToken.None);

        Assert.Equal(200, set.Value?.Rows);
    }

    [Theory]
    [InlineData("y", "y")]
    [InlineData("contract", "contract")]
    public async Task A_missing_input_column_is_named(string column, string named)
    {
        var lines = File.ReadLines(models.Test).ToList();
        var place = lines[0].Split(',').ToList().IndexOf(column);
        var test = Rewrite(cells => string.Join(',', cells.Where((_, index) => index != place)));

        var problem = Assert.Single(
            (await Requests.Predictions(folder.Path).PredictAsync(Requests.Of(test, models.Candidate), CancellationToken.None)).Problems
        );

        Assert.Equal("MLG4010", problem.Code);
        Assert.Contains($"'{named}'", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_of_nearly_the_same_name_is_proposed()
    {
        var test = Rewrite((cells, line) => string.Join(',', line == 0 ? cells.Append("SecretColumn") : cells.Append("1")));

        var problem = Assert.Single(
            (await Requests.Predictions(folder.Path).PredictAsync(Requests.Of(test, models.NeedsMore), CancellationToken.None)).Problems
        );

        Assert.Contains("inputs: { secret_column: SecretColumn }", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_of_another_type_is_named_and_its_values_are_not()
    {
        var test = Rewrite(
            (cells, line) =>
                line == 0 ? string.Join(',', cells) : string.Join(',', cells.Select((cell, index) => index == 1 ? "high" : cell))
        );

        var problem = Assert.Single(
            (await Requests.Predictions(folder.Path).PredictAsync(Requests.Of(test, models.Candidate), CancellationToken.None)).Problems
        );

        Assert.Equal("MLG4010", problem.Code);
        Assert.Contains("'x'", problem.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("high", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_that_is_computed_from_the_label_is_refused()
    {
        var problem = Assert.Single(
            (
                await Requests.Predictions(folder.Path).PredictAsync(Requests.Of(models.Test, models.SeesLabel), CancellationToken.None)
            ).Problems
        );

        Assert.Equal("MLG4010", problem.Code);
        Assert.Contains("label", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_that_needs_another_column_is_not_comparable_and_the_candidate_is_still_measured()
    {
        var set = (
            await Requests
                .Predictions(folder.Path)
                .PredictAsync(Requests.Of(models.Test, models.Candidate, models.NeedsMore), CancellationToken.None)
        ).Value!;

        Assert.Null(set.Baseline);
        var note = Assert.Single(set.Notes, note => note.Code != "MLG4015");
        Assert.Equal(("MLG4011", Outcome.NotComparable), (note.Code, note.Outcome));
        Assert.Contains("secret_column", note.Found, StringComparison.Ordinal);
        Assert.Equal(models.Expect<float>(models.Candidate, "Probability").Select(value => (double)value), set.Candidate.Values);
    }

    [Fact]
    public async Task A_baseline_with_other_classes_is_not_comparable()
    {
        var request = Requests.Of(models.Test, models.Multiclass, models.TwoClasses, ModelTask.MulticlassClassification, "kind");

        var set = (await Requests.Predictions(folder.Path).PredictAsync(request, CancellationToken.None)).Value!;

        Assert.Null(set.Baseline);
        Assert.Equal("MLG4011", Assert.Single(set.Notes).Code);
    }

    [Fact]
    public async Task A_model_that_answers_NaN_for_a_missing_value_fails_and_names_the_rows()
    {
        var problem = Assert.Single(
            (
                await Requests.Predictions(folder.Path).PredictAsync(Requests.Of(models.Test, models.Unguarded), CancellationToken.None)
            ).Problems
        );

        Assert.Equal(("MLG4001", Outcome.Failed), (problem.Code, problem.Outcome));
        Assert.Equal([1, 18, 35], problem.Evidence!.OffendingRows.Take(3));
    }

    [Fact]
    public async Task A_model_of_another_task_is_named_as_such() =>
        Assert.Equal(
            "MLG4005",
            Assert
                .Single(
                    (
                        await Requests
                            .Predictions(folder.Path)
                            .PredictAsync(Requests.Of(models.Test, models.Regression), CancellationToken.None)
                    ).Problems
                )
                .Code
        );

    private static int ArgMax(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var index = 1; index < values.Length; index++)
        {
            best = values[index] > values[best] ? index : best;
        }

        return best;
    }

    private string Rewrite(Func<string[], string> row) => Rewrite((cells, _) => row(cells));

    private string Rewrite(Func<string[], int, string> row) =>
        folder.Write("test.csv", string.Concat(File.ReadLines(models.Test).Select((line, index) => row(line.Split(','), index) + "\n")));
}
