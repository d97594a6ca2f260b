using System.Text.Json;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

public sealed class LockTests
{
    [Fact]
    public void A_build_reads_that_nothing_went_wrong()
    {
        using var repository = new GateRepository();
        using var output = new TempFolder();

        var answer = repository.Run("lock", "--output=" + output.Path, "--no-progress");

        Assert.Equal(0, answer.Exit);
        Assert.Empty(answer.Text);
        Assert.Empty(
            JsonDocument.Parse(File.ReadAllText(output["diagnostics.json"])).RootElement.GetProperty("diagnostics").EnumerateArray()
        );
    }

    [Fact]
    public void A_build_reads_what_went_wrong()
    {
        using var repository = new GateRepository();
        using var output = new TempFolder();
        File.Delete(repository["data/train.csv"]);

        var answer = repository.Run("lock", "--output=" + output.Path, "--no-progress");

        Assert.Equal(7, answer.Exit);
        var diagnostic = Assert.Single(
            JsonDocument.Parse(File.ReadAllText(output["diagnostics.json"])).RootElement.GetProperty("diagnostics").EnumerateArray()
        );
        Assert.Equal("MLG7001", diagnostic.GetProperty("code").GetString());
    }

    [Fact]
    public void The_lock_of_a_renamed_artifact_goes_and_the_next_check_is_not_ambiguous()
    {
        using var repository = new GateRepository();
        Rename(repository);

        var answer = repository.Run("lock");

        Assert.Equal(0, answer.Exit);
        Assert.Contains(
            "datasets.train  no longer declared, lock removed  .mlgate/lock/datasets/train.json",
            answer.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["test.json", "training.json"], Locks(repository));
        Assert.Equal(0, repository.Check().Exit);
    }

    [Fact]
    public void A_renamed_model_keeps_what_is_known_of_its_training()
    {
        using var repository = new GateRepository();
        const string Lineage =
            "  \"lineage\": {\n    \"code\": {},\n    \"command\": \"make\",\n    \"datasets\": {},\n    \"packages\": {},\n    "
            + "\"toolchain\": {}\n  },\n";
        repository.Replace(".mlgate/lock/models/m.json", "  \"name\"", Lineage + "  \"name\"");
        repository.Replace("mlgate.yml", "  m:", "  n:");

        repository.Must("lock");

        Assert.Contains(Lineage, File.ReadAllText(repository[".mlgate/lock/models/n.json"]), StringComparison.Ordinal);
        Assert.False(File.Exists(repository[".mlgate/lock/models/m.json"]));
    }

    [Theory]
    [InlineData("other.yml", "version: 1\nname: other\ndatasets: { train: { path: data/train.csv } }\n", true)]
    [InlineData("other.yaml", "version: 1\nname: other\ndatasets: { train: { pat: data/train.csv } }\n", true)]
    [InlineData("other.yml", "version: 1\nname: other\nextends: policy/gone.yml\n", true)]
    [InlineData("other.yml", "version: 1\nname: other\ndatasets: { exam: { path: data/train.csv } }\n", false)]
    [InlineData("compose.yml", "services: { web: { image: nginx } }\n", false)]
    [InlineData("inner/mlgate.yml", "version: 1\nname: inner\ndatasets: { train: { path: train.csv } }\n", false)]
    public void A_lock_that_a_gate_file_of_the_folder_may_name_stays(string file, string text, bool stays)
    {
        using var repository = new GateRepository();
        repository.Write(file, text);
        Rename(repository);

        repository.Must("lock");

        Assert.Equal(stays, Locks(repository).Contains("train.json"));
    }

    [Theory]
    [InlineData("notes.json", "{}")]
    [InlineData("notes.json", "{ \"schema\": 99 }")]
    [InlineData("notes.txt", "mine")]
    [InlineData("copy.json", null)]
    public void What_is_not_certainly_a_lock_stays(string file, string? text)
    {
        using var repository = new GateRepository();
        var path = ".mlgate/lock/datasets/" + file;

        // A copy speaks of another name than its own.
        repository.Write(path, text ?? File.ReadAllText(repository[".mlgate/lock/datasets/train.json"]));
        repository.Must("lock");

        Assert.True(File.Exists(repository[path]));
    }

    [Fact]
    public void No_lock_goes_while_an_artifact_cannot_be_read()
    {
        using var repository = new GateRepository();
        Rename(repository);
        File.Delete(repository["data/test.csv"]);

        Assert.Equal(7, repository.Run("lock").Exit);

        Assert.Equal(["test.json", "train.json"], Locks(repository));
    }

    private static void Rename(GateRepository repository) => repository.Replace("mlgate.yml", "  train:", "  training:");

    private static IEnumerable<string> Locks(GateRepository repository) =>
        Directory.EnumerateFiles(repository[".mlgate/lock/datasets"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
