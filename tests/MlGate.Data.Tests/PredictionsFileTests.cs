using MlGate.Data.PredictionFiles;
using MlGate.Predictions;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class PredictionsFileTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Predictions_read_back_as_they_were(bool full)
    {
        // Arrange
        using var folder = new TempFolder();
        var random = new Random(5);
        const int Rows = 5_000;
        var set = new PredictionSet
        {
            Keys = [.. Enumerable.Range(0, Rows).Select(_ => new UInt128((ulong)random.NextInt64() << 1, (ulong)random.NextInt64() << 1))],
            Classes = ["a", "b'\"", "ç"],
            Labels = [.. Enumerable.Range(0, Rows).Select(row => (double)(row % 3))],
            Weights = full ? [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())] : null,
            Groups = full ? [.. Enumerable.Range(0, Rows).Select(row => row / 7)] : null,
            Candidate = new Scores([.. Enumerable.Range(0, Rows * 3).Select(_ => random.NextDouble())], 3),
            Baseline = full ? new Scores([.. Enumerable.Range(0, Rows * 3).Select(_ => random.NextDouble())], 3, Calibrated: false) : null,
        };

        // Act
        PredictionsFile.Write(Given.Engine(), folder["p.parquet"], set, CancellationToken.None);
        var read = PredictionsFile.Read(Given.Engine(), folder["p.parquet"], CancellationToken.None);

        // Assert
        Assert.Equal(set.Keys, read.Keys);
        Assert.Equal(set.Classes, read.Classes);
        Assert.Equal(set.Labels, read.Labels);
        Assert.Equal(set.Weights, read.Weights);
        Assert.Equal(set.Groups, read.Groups);
        Assert.Equal(set.Candidate.Values, read.Candidate.Values);
        Assert.Equal(set.Baseline?.Values, read.Baseline?.Values);
        Assert.Equal((true, full ? false : null), (read.Candidate.Calibrated, read.Baseline?.Calibrated));
        Assert.Equal(["p.parquet"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_that_holds_no_predictions_is_refused()
    {
        using var folder = new TempFolder();

        Assert.Throws<InvalidDataException>(() => PredictionsFile.Read(Given.Engine(), folder.Write("p.parquet", "PAR1"), CancellationToken.None));
    }
}
