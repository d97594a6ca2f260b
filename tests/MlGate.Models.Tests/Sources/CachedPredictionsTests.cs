using MlGate.Models.Tests.ScoringHost;
using MlGate.Testing;

namespace MlGate.Models.Tests.Sources;

public sealed class CachedPredictionsTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_scored_once_is_not_scored_again()
    {
        var request = Requests.Of(models.Test, models.Candidate, models.Baseline);
        var first = (await Requests.Predictions(folder.Path).PredictAsync(request, CancellationToken.None)).Value!;

        // A process that fails shows that none is needed.
        var second = (
            await Requests.Predictions(folder.Path, "exit", null, arguments: "1").PredictAsync(request, CancellationToken.None)
        ).Value!;

        Assert.Equal(first.Candidate.Values, second.Candidate.Values);
        Assert.Equal(first.Baseline!.Values, second.Baseline!.Values);
        Assert.True(second.Candidate.Calibrated);
    }

    [Fact]
    public async Task Only_the_model_that_is_missing_is_scored()
    {
        var cache = new FolderCache(folder.Path);
        await Requests
            .Predictions(folder.Path, cache: cache)
            .PredictAsync(Requests.Of(models.Test, models.Baseline), CancellationToken.None);

        var both = (
            await Requests
                .Predictions(folder.Path, cache: cache)
                .PredictAsync(Requests.Of(models.Test, models.Candidate, models.Baseline), CancellationToken.None)
        ).Value!;

        Assert.Equal((2, 1), (cache.Made, cache.Taken));
        Assert.NotEqual(both.Candidate.Values, both.Baseline!.Values);
        Assert.Equal(models.Expect<float>(models.Baseline, "Probability").Select(value => (double)value), both.Baseline.Values);
    }

    [Fact]
    public async Task On_continuous_integration_only_baselines_are_taken()
    {
        var cache = new FolderCache(folder.Path);
        var request = Requests.Of(models.Test, models.Candidate, models.Baseline);
        await Requests.Predictions(folder.Path, cache: cache).PredictAsync(request, CancellationToken.None);

        var set = await Requests
            .Predictions(folder.Path, "too-few-rows", cacheCandidates: false, cache: cache)
            .PredictAsync(request, CancellationToken.None);

        Assert.Equal("MLG4004", Assert.Single(set.Problems).Code);
        Assert.Equal((2, 1), (cache.Made, cache.Taken));
    }

    [Fact]
    public async Task A_cache_that_is_not_trusted_is_not_taken_and_not_filled()
    {
        var cache = new FolderCache(folder.Path);
        var request = Requests.Of(models.Test, models.Candidate, models.Baseline);
        await Requests.Predictions(folder.Path, cache: cache).PredictAsync(request, CancellationToken.None);

        var set = await Requests
            .Predictions(folder.Path, "exit", null, cacheCandidates: false, cache: cache, cacheBaselines: false, arguments: "1")
            .PredictAsync(request, CancellationToken.None);

        Assert.NotEmpty(set.Problems);
        Assert.Equal((2, 0), (cache.Made, cache.Taken));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task What_the_same_run_scored_itself_is_remembered_where_no_cache_is_trusted(bool remember, int runs)
    {
        var cache = new FolderCache(folder.Path);
        var request = Requests.Of(models.Test, models.Candidate, models.Baseline);
        var predictions = Requests.Predictions(
            folder.Path,
            "score-counted",
            null,
            cacheCandidates: false,
            cache: cache,
            cacheBaselines: false,
            remember: remember,
            arguments: folder["runs"]
        );
        var first = (await predictions.PredictAsync(request, CancellationToken.None)).Value!;

        var second = (await predictions.PredictAsync(request, CancellationToken.None)).Value!;

        Assert.Equal(first.Candidate.Values, second.Candidate.Values);
        Assert.Equal(first.Baseline!.Values, second.Baseline!.Values);
        Assert.Equal(runs, File.ReadAllLines(folder["runs"]).Length);
        Assert.Equal((0, 0), (cache.Made, cache.Taken));
    }

    [Fact]
    public async Task Another_model_is_not_taken_for_a_remembered_one()
    {
        var predictions = Requests.Predictions(
            folder.Path,
            "score-counted",
            null,
            cacheCandidates: false,
            cacheBaselines: false,
            remember: true,
            arguments: folder["runs"]
        );
        var one = (await predictions.PredictAsync(Requests.Of(models.Test, models.Candidate), CancellationToken.None)).Value!;

        var other = (await predictions.PredictAsync(Requests.Of(models.Test, models.Baseline), CancellationToken.None)).Value!;

        Assert.NotEqual(one.Candidate.Values, other.Candidate.Values);
        Assert.Equal(2, File.ReadAllLines(folder["runs"]).Length);
    }

    [Fact]
    public async Task The_same_model_on_both_sides_is_scored_once()
    {
        var cache = new FolderCache(folder.Path);

        var set = (
            await Requests
                .Predictions(folder.Path, cache: cache)
                .PredictAsync(Requests.Of(models.Test, models.Candidate, models.Candidate), CancellationToken.None)
        ).Value!;

        Assert.Equal((1, 0), (cache.Made, cache.Taken));
        Assert.Equal(set.Candidate.Values, set.Baseline!.Values);
    }

    [Fact]
    public async Task A_failure_is_not_kept_and_the_other_side_is()
    {
        var cache = new FolderCache(folder.Path);

        var set = (
            await Requests
                .Predictions(folder.Path, cache: cache)
                .PredictAsync(Requests.Of(models.Test, models.Candidate, models.NeedsMore), CancellationToken.None)
        ).Value!;

        Assert.Equal(1, cache.Made);
        Assert.Null(set.Baseline);
        Assert.Equal("MLG4011", Assert.Single(set.Notes).Code);
    }

    [Fact]
    public async Task A_damaged_file_of_the_cache_is_scored_anew()
    {
        var request = Requests.Of(models.Test, models.Candidate);
        var first = (await Requests.Predictions(folder.Path).PredictAsync(request, CancellationToken.None)).Value!;
        var file = Assert.Single(Directory.GetFiles(folder["predictions"]));
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^8]);

        var second = (await Requests.Predictions(folder.Path).PredictAsync(request, CancellationToken.None)).Value!;

        Assert.Equal(first.Candidate.Values, second.Candidate.Values);
    }
}
