using static MlGate.Cli.Tests.Worker.RemovingPullRequest;

namespace MlGate.Cli.Tests.Worker;

/// <summary>A gate that a pull request moves is judged by that of the base, against what was at its old place.</summary>
public sealed class MovedGatesTests
{
    [Fact]
    public void A_gate_that_is_moved_unchanged_is_one_gate_and_passes_with_a_warning()
    {
        using var repository = TwoGates();
        repository.Git("mv", "ml", "moved");
        repository.Commit("a better place");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Equal(["mlgate.yml", "moved/mlgate.yml"], reports.Keys.Order(StringComparer.Ordinal));
        var report = reports["moved/mlgate.yml"];
        Assert.Equal(["MLG0015"], Codes(report, "warn"));
        Assert.Contains(
            "moves ml/mlgate.yml to moved/mlgate.yml",
            report.GetProperty("findings")[0].GetProperty("found").GetString(),
            StringComparison.Ordinal
        );
        Assert.All(report.GetProperty("parts").EnumerateArray(), artifact =>
            Assert.Equal(artifact.GetProperty("candidate").ToString(), artifact.GetProperty("baseline").ToString())
        );
        Assert.Equal(["small", "other"], Names(repository));
    }

    [Fact]
    public void A_model_that_is_moved_and_got_worse_fails_against_its_old_place()
    {
        using var repository = TwoGates();
        repository.Git("mv", "ml", "moved");
        repository.Write(
            "moved/mlgate.yml",
            GateRepository
                .Gate.Replace("name: small", "name: other", StringComparison.Ordinal)
                .Replace("min: 0.7, max-drop: 0.05", "min: 0.1", StringComparison.Ordinal)
        );
        Spoil(repository, "moved");
        repository.Commit("a better place, and a worse model");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains("MLG4102", Codes(reports["moved/mlgate.yml"], "error"));
        Assert.Contains(
            "moves ml/mlgate.yml to moved/mlgate.yml and changes mlgate.yml",
            reports["moved/mlgate.yml"].GetProperty("findings")[0].GetProperty("found").GetString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ml")]
    [InlineData("moved")]
    public void A_gate_file_that_is_moved_and_has_another_name_there_is_judged_by_the_one_of_the_base(string to)
    {
        using var repository = TwoGates();
        repository.Git("checkout", "--quiet", "main");
        repository.Git("mv", "ml/mlgate.yml", "ml/churn.yml");
        repository.Commit("a name of its own");
        repository.Git("checkout", "--quiet", "-B", "change");
        if (to != "ml")
        {
            repository.Git("mv", "ml", to);
        }

        repository.Git("mv", to + "/churn.yml", to + "/mlgate.yml");
        repository.Replace(to + "/mlgate.yml", "min: 0.7, max-drop: 0.05", "min: 0.1");
        Spoil(repository, to);
        repository.Commit("another name, and a worse model");

        var answer = repository.Check(PullRequest, null, to + "/mlgate.yml", "ml/churn.yml");

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG4102", Severity: "error" });
        Assert.Contains($"moves ml/churn.yml to {to}/mlgate.yml and changes mlgate.yml", answer.Report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_set_that_is_moved_and_rewritten_does_not_judge()
    {
        using var repository = TwoGates();
        repository.Git("mv", "ml", "moved");
        repository.Write("moved/data/test.csv", GateRepository.Rows("e", 600, 2).Replace(",Yes", ",No", StringComparison.Ordinal));
        Lock(repository, "moved");
        repository.Commit("a better place, and other labels");

        CheckAll(repository, out var reports);

        Assert.Contains("MLG0017", Codes(reports["moved/mlgate.yml"], "warn"));
    }

    [Fact]
    public void A_gate_whose_folder_becomes_a_link_to_its_new_place_was_moved()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Git makes no links there.");
        using var repository = TwoGates();
        repository.Git("mv", "ml", "elsewhere");
        Directory.CreateSymbolicLink(repository["ml"], "elsewhere");
        Spoil(repository, "elsewhere");
        repository.Commit("a link");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Equal(["elsewhere/mlgate.yml", "mlgate.yml"], reports.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("MLG4102", Codes(reports["elsewhere/mlgate.yml"], "error"));
    }

    [Fact]
    public void A_link_further_up_leads_to_the_new_place_as_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Git makes no links there.");
        using var repository = TwoGates("a/ml");
        repository.Git("mv", "a", "b");
        Directory.CreateSymbolicLink(repository["a"], "b");
        repository.Commit("a link");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Equal(["b/ml/mlgate.yml", "mlgate.yml"], reports.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["MLG0015"], Codes(reports["b/ml/mlgate.yml"], "warn"));
    }

    [Fact]
    public void A_gate_that_is_named_by_its_new_place_is_the_one_of_the_old()
    {
        using var repository = TwoGates();
        repository.Git("mv", "ml", "moved");
        Spoil(repository, "moved");
        repository.Commit("moved, and worse");

        var byNew = repository.Check(PullRequest, null, "moved/mlgate.yml");
        var byOld = repository.Check(PullRequest, null, "ml/mlgate.yml");

        Assert.All([byNew, byOld], answer =>
        {
            Assert.True(answer.Exit == 1, answer.ToString());
            Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG4102", Severity: "error" });
        });
    }

    [Fact]
    public void A_gate_file_that_moves_away_from_its_data_is_judged_where_that_is()
    {
        using var repository = TwoGates("a/ml");
        Spoil(repository, "a/ml");
        repository.Git("mv", "a/ml/mlgate.yml", "a/mlgate.yml");
        repository.Replace("a/mlgate.yml", "path: ", "path: ml/");
        Assert.Equal(0, GateRepository.RunIn(repository["a"], null, "lock").Exit);
        repository.Commit("the gate is further up");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Equal(2, reports.Count);
        Assert.Contains("MLG4102", Codes(reports.Values.Single(report => report.GetProperty("gate").GetString() == "other"), "error"));
        Assert.Equal(["other", "small"], Names(repository).Order(StringComparer.Ordinal));
        Assert.Contains("moves a/ml/mlgate.yml to a/mlgate.yml, away from its data", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ml")]
    [InlineData("copy")]
    public void A_gate_that_is_copied_away_from_its_data_judges_for_neither_place(string worse)
    {
        using var repository = TwoGates();
        foreach (var file in new[] { "mlgate.yml", "data/train.csv", "data/test.csv", "models/m.csv" })
        {
            repository.Write("copy/" + file, File.ReadAllText(repository["ml/" + file]));
        }

        Lock(repository, "copy");
        Spoil(repository, worse);
        repository.Git("rm", "--quiet", "--force", "ml/mlgate.yml");
        repository.Commit("a decoy");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == (worse == "ml" ? 1 : 2), answer.ToString());
        Assert.Equal("not-measured", reports["copy/mlgate.yml"].GetProperty("verdict").GetProperty("outcome").GetString());
        Assert.Contains("same name as ml/mlgate.yml, which the pull request removes", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_that_is_moved_under_another_name_does_not_end()
    {
        using var repository = TwoGates();
        repository.Git("mv", "ml", "new");
        repository.Replace("new/mlgate.yml", "name: other", "name: lax");
        repository.Replace("new/mlgate.yml", "min: 0.7, max-drop: 0.05", "min: 0.1");
        Spoil(repository, "new");
        repository.Commit("a better place and a better name");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 2, answer.ToString());
        Assert.Equal(["MLG0019"], Codes(reports["ml/mlgate.yml"], "error"));
        Assert.Contains("adds new/mlgate.yml, a new gate", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.8, 0)]
    [InlineData(0.1, 1)]
    public void A_gate_moves_with_a_copy_of_the_data_that_another_one_keeps(double skill, int exit)
    {
        using var repository = SharedData();
        foreach (var file in new[] { "data/train.csv", "data/test.csv" })
        {
            repository.Write("sub/" + file, File.ReadAllText(repository[file]));
        }

        Directory.CreateDirectory(repository["sub/models"]);
        repository.Git("mv", "b.yml", "sub/b.yml");
        repository.Git("mv", "models/b.csv", "sub/models/b.csv");
        repository.Write("sub/models/b.csv", GateRepository.Scores(600, 2, skill));
        repository.Must("lock");
        Assert.Equal(0, GateRepository.RunIn(repository["sub"], null, "lock", "b.yml").Exit);
        repository.Commit("a place of its own");

        var answer = GateRepository.RunIn(repository.Path, PullRequest, "check", "--no-progress", "mlgate.yml", "sub/b.yml");

        Assert.True(answer.Exit == exit, answer.ToString());
        Assert.Contains("moves b.yml to sub/b.yml", answer.Text, StringComparison.Ordinal);
    }
}
