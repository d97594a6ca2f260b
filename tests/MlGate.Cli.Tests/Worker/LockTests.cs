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
        Assert.Empty(JsonDocument.Parse(File.ReadAllText(output["diagnostics.json"])).RootElement.GetProperty("diagnostics").EnumerateArray());
    }

    [Fact]
    public void A_build_reads_what_went_wrong()
    {
        using var repository = new GateRepository();
        using var output = new TempFolder();
        File.Delete(repository["data/train.csv"]);

        var answer = repository.Run("lock", "--output=" + output.Path, "--no-progress");

        Assert.Equal(7, answer.Exit);
        var diagnostic = Assert.Single(JsonDocument.Parse(File.ReadAllText(output["diagnostics.json"])).RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("MLG7001", diagnostic.GetProperty("code").GetString());
    }
}
