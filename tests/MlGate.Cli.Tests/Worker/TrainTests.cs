namespace MlGate.Cli.Tests.Worker;

public sealed class TrainTests
{
    private static GateRepository Trained()
    {
        var repository = new GateRepository();
        repository.Write("scores.csv", GateRepository.Scores(600, 2, 0.9));
        repository.Replace(
            "mlgate.yml",
            "    key: id\n",
            "    key: id\n    train: { command: \"cp scores.csv models/m.csv\", reads: [datasets.train] }\n"
        );
        return repository;
    }

    [Fact]
    public void What_is_wrong_with_a_dataset_that_training_does_not_read_does_not_stop_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of another shell.");
        using var repository = Trained();
        File.AppendAllText(repository["data/test.csv"], "e900,1,DE,Maybe\n");
        repository.Must("lock");

        Assert.Contains(repository.Check().Diagnostics!, diagnostic => diagnostic is { Code: "MLG2013", Severity: "error" });
        repository.Must("train");

        Assert.Equal(File.ReadAllText(repository["scores.csv"]), File.ReadAllText(repository["models/m.csv"]));
        Assert.Contains("cp scores.csv", File.ReadAllText(repository[".mlgate/lock/models/m.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t900,1,XX,Yes\n", 1, "MLG2013")]
    [InlineData("e5,1,DE,Yes\n", 1, "MLG2201")]
    public void What_is_wrong_with_a_dataset_that_training_reads_stops_it(string row, int exit, string code)
    {
        using var repository = Trained();
        File.AppendAllText(repository["data/train.csv"], row);
        repository.Must("lock");
        var before = File.ReadAllText(repository["models/m.csv"]);

        var answer = repository.Run("train");

        Assert.True(answer.Exit == exit, answer.ToString());
        Assert.Contains(code, answer.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(repository["models/m.csv"]));
    }
}
