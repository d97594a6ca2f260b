using System.Globalization;
using MlGate.Metrics;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Predictions;
using MlGate.Runs;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Models.Tests.Sources;

public sealed class PredictionFileTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Scores_join_by_key_whatever_the_order()
    {
        var rows = Enumerable.Range(1, 200).Select(id => $"r{id},{Score(id)}").Reverse().Append("r999,0.5");

        var set = (await Predict("id,p\n" + string.Join('\n', rows) + "\n")).Value!;

        Assert.Equal(Enumerable.Range(1, 200).Select(id => double.Parse(Score(id), CultureInfo.InvariantCulture)), set.Candidate.Values);
        Assert.True(set.Candidate.Calibrated);
    }

    [Fact]
    public async Task A_file_and_a_model_can_be_compared()
    {
        var request = Request("id,p\n" + string.Concat(Enumerable.Range(1, 200).Select(id => $"r{id},{Score(id)}\n")));

        var set = (
            await Requests
                .Predictions(folder.Path)
                .PredictAsync(
                    request with
                    {
                        Baseline = Requests.Bytes(ArtifactKind.Model, "churn", models.Baseline),
                    },
                    CancellationToken.None
                )
        ).Value!;

        Assert.Equal(200, set.Baseline!.Values.Length);
    }

    [Fact]
    public async Task Predictions_that_were_replaced_after_the_hashing_are_refused()
    {
        var request = Request("id,p\n" + string.Concat(Enumerable.Range(1, 200).Select(id => $"r{id},{Score(id)}\n")));
        var file = request.Candidate.Files[0];
        var hashed = request.Candidate with { Files = [file with { Written = File.GetLastWriteTimeUtc(file.Location) }] };
        File.SetLastWriteTimeUtc(file.Location, hashed.Files[0].Written!.Value.AddTicks(10_000));

        var result = await Requests.Predictions(folder.Path).PredictAsync(request with { Candidate = hashed }, CancellationToken.None);

        Assert.Equal("MLG1007", Assert.Single(result.Problems).Code);
    }

    [Theory]
    [InlineData("", "MLG4007", 7)]
    [InlineData("r8,0.1", "MLG4007", 8)]
    [InlineData("r7,", "MLG4001", 7)]
    [InlineData("r7,much", "MLG4001", 7)]
    [InlineData("r7,1.25", "MLG4002", 7)]
    public async Task A_prediction_that_is_none_is_told_by_its_row(string seventh, string code, long row)
    {
        var lines = Enumerable.Range(1, 200).Select(id => id == 7 ? seventh : $"r{id},0.1").Where(line => line.Length > 0);

        var problem = Assert.Single((await Predict("id,p\n" + string.Join('\n', lines) + "\n")).Problems);

        Assert.Equal((code, row), (problem.Code, problem.Evidence!.OffendingRows[0]));
    }

    [Fact]
    public async Task A_missing_score_column_is_named()
    {
        var problem = Assert.Single((await Predict("id,score\nr1,0.5\n")).Problems);

        Assert.Equal("MLG4005", problem.Code);
        Assert.Contains("'p'", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_classes_have_a_column_each()
    {
        var request = Request("id,l,m,h\n" + string.Concat(Enumerable.Range(1, 200).Select(id => $"r{id},0.2,0.3,0.5\n")));
        request = request with
        {
            Model = request.Model with
            {
                Task = ModelTask.MulticlassClassification,
                Label = "kind",
                Positive = null,
                ScoreColumns = new Dictionary<string, string>
                {
                    ["mid"] = "m",
                    ["low"] = "l",
                    ["high"] = "h",
                },
            },
        };

        var set = (await Requests.Predictions(folder.Path).PredictAsync(request, CancellationToken.None)).Value!;

        Assert.Equal(["high", "low", "mid"], set.Classes);
        Assert.Equal([0.5, 0.2, 0.3], set.Candidate.Values.Take(3));
    }

    [Fact]
    public async Task Without_a_key_the_rows_must_be_as_many()
    {
        var request = Request("p\n0.5\n0.25\n");

        var problem = Assert.Single(
            (
                await Requests
                    .Predictions(folder.Path)
                    .PredictAsync(request with { Model = request.Model with { Key = null } }, CancellationToken.None)
            ).Problems
        );

        Assert.Equal("MLG4004", problem.Code);
    }

    [Theory]
    [InlineData("the same", true)]
    [InlineData("the same in other line ends", true)]
    [InlineData("another", false)]
    [InlineData(null, false)]
    public async Task Without_a_key_a_baseline_is_compared_only_on_its_own_test_set(string? testOfBaseline, bool compared)
    {
        var request = Keyless(testOfBaseline);

        var set = (await Requests.Predictions(folder.Path).PredictAsync(request, CancellationToken.None)).Value!;

        Assert.Equal(200, set.Candidate.Values.Length);
        Assert.Equal(compared, set.Baseline is not null);
        Assert.Equal(compared ? [] : ["MLG4011"], set.Notes.Select(note => note.Code));
        Assert.All(set.Notes, note =>
            Assert.Equal(
                (Findings.Outcome.NotComparable, true),
                (note.Outcome, note.Fix!.Contains("Declare key", StringComparison.Ordinal))
            )
        );
    }

    [Fact]
    public async Task With_a_key_the_baselines_test_set_does_not_matter()
    {
        var request = Keyless("another");

        var set = (
            await Requests
                .Predictions(folder.Path)
                .PredictAsync(request with { Model = request.Model with { Key = "id" } }, CancellationToken.None)
        ).Value!;

        Assert.NotNull(set.Baseline);
        Assert.Empty(set.Notes);
    }

    private PredictionRequest Keyless(string? testOfBaseline)
    {
        var request = Request("id,p\n" + string.Concat(Enumerable.Range(1, 200).Select(id => $"r{id},{Score(id)}\n")));
        var baseline = folder.Write("baseline.csv", "id,p\n" + string.Concat(Enumerable.Range(1, 200).Select(id => $"r{id},0.5\n")));
        return request with
        {
            Model = request.Model with { Key = null },
            Baseline = Requests.Bytes(ArtifactKind.Model, "churn", baseline),
            BaselineTest = testOfBaseline switch
            {
                null => null,
                "the same" => request.Test.Version,
                "the same in other line ends" => request.Test.Version with
                {
                    Sha256 = new string('a', 64),
                    Size = request.Test.Version.Size + 1,
                },
                _ => new ArtifactVersion(new string('a', 40), new string('a', 64), request.Test.Version.Size),
            },
        };
    }

    private static string Score(int id) => (id / 256.0).ToString(CultureInfo.InvariantCulture);

    private async Task<Findings.Result<PredictionSet>> Predict(string csv) =>
        await Requests.Predictions(folder.Path).PredictAsync(Request(csv), CancellationToken.None);

    private PredictionRequest Request(string csv)
    {
        var request = Requests.Of(models.Test, folder.Write("predictions.csv", csv));
        return request with
        {
            Model = request.Model with
            {
                Key = "id",
                ScoreColumns = new Dictionary<string, string> { ["Yes"] = "p" },
            },
        };
    }
}
