using MlGate.Findings;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Testing;

namespace MlGate.Models.Tests.Worker;

public sealed class AnswersTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("nan", "MLG4001")]
    [InlineData("infinite", "MLG4001")]
    [InlineData("above-one", "MLG4002")]
    [InlineData("too-few-rows", "MLG4004")]
    [InlineData("other-model", "MLG8002")]
    [InlineData("nothing", "MLG8002")]
    [InlineData("garbage", "MLG8002")]
    [InlineData("cut-off", "MLG8002")]
    [InlineData("too-long", "MLG8002")]
    [InlineData("huge-claim", "MLG8002")]
    [InlineData("forbidden-code", "MLG8002")]
    public async Task An_answer_that_is_none_is_never_taken(string answer, string code) =>
        Assert.Equal(code, Assert.Single((await Predict(answer)).Problems).Code);

    [Theory(Timeout = 60_000)]
    [InlineData("pipe")]
    [InlineData("device")]
    [InlineData("folder")]
    [InlineData("loop")]
    public async Task An_answer_that_is_no_regular_file_is_not_opened(string answer)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes and links are those of Unix.");

        var predicted = await Task.Run(async () => await Predict(answer), TestContext.Current.CancellationToken);

        Assert.Equal("MLG8002", Assert.Single(predicted.Problems).Code);
    }

    [Fact]
    public async Task A_bad_score_is_told_by_its_row() =>
        Assert.Equal([8], Assert.Single((await Predict("nan")).Problems).Evidence!.OffendingRows);

    [Fact]
    public async Task Text_of_the_process_is_one_short_plain_line()
    {
        var problem = Assert.Single((await Predict("rude-problem")).Problems);

        Assert.Equal("MLG4010", problem.Code);
        Assert.StartsWith("one?::error::two?", problem.Found, StringComparison.Ordinal);
        Assert.InRange(problem.Found.Length, 1, 300);
        Assert.Equal("y?", problem.Expected);
    }

    [Fact]
    public async Task A_model_that_answers_differently_the_second_time_is_told_beside_its_scores()
    {
        var set = (await Predict("difference")).Value!;

        var note = Assert.Single(set.Notes);
        Assert.Equal(("MLG4006", Outcome.Inconclusive), (note.Code, note.Outcome));
        Assert.Contains("3 of 100 rows", note.Found, StringComparison.Ordinal);
    }

    private async Task<Result<Predictions.PredictionSet>> Predict(string answer) =>
        await Requests.Predictions(folder.Path, answer).PredictAsync(Requests.Of(models.Test, models.Candidate), CancellationToken.None);
}
