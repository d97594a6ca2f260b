using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

public sealed class SeveralGatesTests
{
    [Fact]
    public void Each_gate_has_a_folder_of_reports_and_the_worst_of_them_is_the_exit()
    {
        using var repository = new GateRepository();
        repository.Write("sub/mlgate.yml", "version: 2\n");
        using var output = new TempFolder();
        output.Write("sub/mlgate.yml/report.json", "of an earlier run");

        var answer = GateRepository.RunIn(repository.Path, null, "check", "--all", "--no-progress", "--output=" + output.Path);

        Assert.Equal(3, answer.Exit);
        Assert.Contains("\"gate\": \"small\"", File.ReadAllText(output["mlgate.yml/report.json"]), StringComparison.Ordinal);
        Assert.Contains("\"exitCode\": 3", File.ReadAllText(output["sub/mlgate.yml/report.json"]), StringComparison.Ordinal);
        Assert.True(File.Exists(output["mlgate.yml/diagnostics.json"]));
    }

    [Fact]
    public void A_gate_of_another_place_has_no_folder_among_several()
    {
        using var repository = new GateRepository();
        repository.Write("sub/mlgate.yml", "version: 1\n");
        using var output = new TempFolder();

        var answer = GateRepository.RunIn(repository["sub"], null, "check", "mlgate.yml", "../mlgate.yml", "--output=" + output.Path);

        Assert.Equal(3, answer.Exit);
        Assert.Contains("needs all gates below this folder", answer.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(output.Path));
    }

    [Fact]
    public void The_names_of_gates_are_those_of_their_reports()
    {
        using var repository = new GateRepository();
        repository.Write("sub/mlgate.yml", "version: 2\n");

        var answer = repository.Run("gates", "--all");

        Assert.Equal((0, "small\nmlgate.yml"), (answer.Exit, answer.Text.Trim()));
    }

    [Fact]
    public void A_gate_that_is_not_there_has_no_name()
    {
        using var repository = new GateRepository();

        var answer = repository.Run("gates", "gone.yml");

        Assert.Equal((3, ""), (answer.Exit, answer.Text));
        Assert.Contains("MLG0012", answer.Errors, StringComparison.Ordinal);
    }
}
