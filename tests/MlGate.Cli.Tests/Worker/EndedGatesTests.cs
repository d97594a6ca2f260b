using static MlGate.Cli.Tests.Worker.RemovingPullRequest;

namespace MlGate.Cli.Tests.Worker;

/// <summary>A gate ends only with all data and models that it names.</summary>
public sealed class EndedGatesTests
{
    [Fact]
    public void A_gate_that_is_removed_with_all_that_it_is_about_ends()
    {
        using var repository = TwoGates();
        Directory.Delete(repository["ml"], recursive: true);
        repository.Commit("done with it");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 0, answer.ToString());
        var report = reports["ml/mlgate.yml"];
        Assert.Equal(
            ("other", "passed", 1),
            (
                report.GetProperty("gate").GetString(),
                report.GetProperty("verdict").GetProperty("outcome").GetString(),
                report.GetProperty("verdict").GetProperty("warnings").GetInt32()
            )
        );
        Assert.Equal(["MLG0019"], Codes(report, "warn"));
        Assert.False(Directory.Exists(repository["ml"]));
        Assert.Equal(["other", "small"], Names(repository));
    }

    [Fact]
    public void A_gate_that_stays_without_its_data_does_not_end()
    {
        using var repository = TwoGates();
        repository.Git("rm", "--quiet", "-r", "ml/data", "ml/models", "ml/.mlgate");
        repository.Commit("only the gate is left");

        var answer = CheckAll(repository, out var reports);

        Assert.NotEqual(0, answer.Exit);
        Assert.DoesNotContain("MLG0019", Codes(reports["ml/mlgate.yml"], "warn"));
    }

    [Fact]
    public void A_gate_whose_data_is_only_not_checked_out_does_not_end()
    {
        using var repository = TwoGates();
        Spoil(repository, "ml");
        repository.Git("rm", "--quiet", "ml/mlgate.yml");
        repository.Commit("worse");
        Directory.Delete(repository["ml"], recursive: true);

        var answer = CheckAll(repository, out var reports);

        Assert.NotEqual(0, answer.Exit);
        Assert.DoesNotContain("MLG0019", Codes(reports["ml/mlgate.yml"], "warn"));
    }

    [Fact]
    public void A_gate_ends_although_another_one_keeps_its_data()
    {
        using var repository = SharedData();
        repository.Git("rm", "--quiet", "b.yml", "models/b.csv");
        repository.Must("lock");
        repository.Commit("done with it");

        var answer = GateRepository.RunIn(repository.Path, PullRequest, "check", "--no-progress", "mlgate.yml", "b.yml");

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains("removes b.yml, and all its data and models that no other gate uses", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_does_not_end_while_its_model_stays_for_a_gate_that_the_pull_request_changes()
    {
        using var repository = SharedData();
        repository.Write("models/b.csv", GateRepository.Scores(600, 2, 0.1));
        repository.Git("rm", "--quiet", "b.yml");
        repository.Replace("mlgate.yml", "models/m.csv", "models/b.csv");
        repository.Must("lock");
        repository.Commit("the other gate has it now");

        var answer = GateRepository.RunIn(repository.Path, PullRequest, "check", "--no-progress", "mlgate.yml", "b.yml");

        Assert.NotEqual(0, answer.Exit);
        Assert.DoesNotContain("MLG0019", answer.Text, StringComparison.Ordinal);
    }
}
