using MlGate.Findings;
using MlGate.Gates;
using MlGate.Models.Formats;
using MlGate.Models.Sources;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Runs;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Models.Tests.Sources;

public sealed class UnreadableDataTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_test_set_that_cannot_be_read_is_a_finding_and_no_crash()
    {
        var predictions = new ModelPredictions(
            new TornRows(),
            new FolderCache(folder.Path),
            Requests.Process("score"),
            new PredictionSettings { ToolVersion = "test" },
            KnownFormats.All
        );

        var problem = Assert.Single(
            (await predictions.PredictAsync(Requests.Of(models.Test, models.Candidate), CancellationToken.None)).Problems
        );

        Assert.Equal(("MLG2001", Outcome.NotMeasured), (problem.Code, problem.Outcome));
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predictions_that_cannot_be_read_are_a_finding_and_no_crash()
    {
        var predictions = new ModelPredictions(
            new TornRows(),
            new FolderCache(folder.Path),
            Requests.Process("score"),
            new PredictionSettings { ToolVersion = "test" },
            KnownFormats.All
        );
        var request = Requests.Of(models.Test, folder.Write("predictions.csv", "id,p\nr1,0.5\n"));

        var problem = Assert.Single(
            (
                await predictions.PredictAsync(
                    request with
                    {
                        Model = request.Model with
                        {
                            Key = "id",
                            ScoreColumns = new Dictionary<string, string> { ["Yes"] = "p" },
                        },
                    },
                    CancellationToken.None
                )
            ).Problems
        );

        Assert.Equal("MLG2001", problem.Code);
    }

    /// <summary>Has a header, and then breaks off.</summary>
    private sealed class TornRows : IRowBatches
    {
        public async Task<Result<IReadOnlyList<string>>> ReadColumnsAsync(IDataset dataset, CancellationToken cancel) =>
            await new CsvRows().ReadColumnsAsync(dataset, cancel);

        public IAsyncEnumerable<RowBatch> ReadAsync(IDataset dataset, IReadOnlyList<BatchColumn> columns, CancellationToken cancel) =>
            throw new InvalidDataException("row 7 holds a secret");

        public IAsyncEnumerable<RowBatch> ReadWithQuotesAsync(
            IDataset dataset,
            IReadOnlyList<BatchColumn> columns,
            CancellationToken cancel
        ) => ReadAsync(dataset, columns, cancel);

        public Task<IReadOnlyList<UInt128>> ReadRowKeysAsync(IDataset dataset, CancellationToken cancel) =>
            throw new InvalidDataException("row 7 holds a secret");
    }
}
