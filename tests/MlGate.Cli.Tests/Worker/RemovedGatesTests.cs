using MlGate.Testing;
using static MlGate.Cli.Tests.Worker.RemovingPullRequest;

namespace MlGate.Cli.Tests.Worker;

/// <summary>A gate of the base holds for the pull request that removes or hides it.</summary>
public sealed class RemovedGatesTests
{
    [Fact]
    public void A_gate_that_is_removed_judges_what_it_was_about()
    {
        using var repository = TwoGates();
        Spoil(repository, "ml");
        repository.Git("rm", "--quiet", "ml/mlgate.yml");
        repository.Commit("worse, and nobody is to know");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Equal(["ml/mlgate.yml", "mlgate.yml"], reports.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("other", reports["ml/mlgate.yml"].GetProperty("gate").GetString());
        Assert.Contains("MLG4102", Codes(reports["ml/mlgate.yml"], "error"));
        Assert.Equal("MLG0015", reports["ml/mlgate.yml"].GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.Contains(
            "removes ml/mlgate.yml",
            reports["ml/mlgate.yml"].GetProperty("findings")[0].GetProperty("found").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(["other", "small"], Names(repository));
    }

    [Theory]
    [InlineData("ml/mlgate.yml", "obj/mlgate.yml", "moves ml/mlgate.yml to obj/mlgate.yml, away from its data and models")]
    [InlineData("ml", "obj/ml", "moves ml/mlgate.yml to obj/ml/mlgate.yml")]
    public void A_gate_that_is_hidden_where_nobody_searches_still_judges(string what, string where, string said)
    {
        using var repository = TwoGates();
        Spoil(repository, "ml");
        repository.Commit("worse");
        Directory.CreateDirectory(repository["obj"]);
        repository.Git("mv", what, where);
        repository.Commit("out of sight");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains("MLG4102", Codes(reports["ml/mlgate.yml"], "error"));
        Assert.Contains(
            said,
            reports["ml/mlgate.yml"].GetProperty("findings")[0].GetProperty("found").GetString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("/")]
    [InlineData("data")]
    public void A_gate_that_gives_way_to_a_link_is_refused(string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Git makes no links there.");
        using var repository = TwoGates();
        Directory.Delete(repository["ml"], recursive: true);
        Directory.CreateSymbolicLink(repository["ml"], target);
        repository.Commit("a link");

        var answer = CheckAll(repository, out var reports);
        var named = repository.Check(PullRequest, null, "ml/mlgate.yml");

        Assert.True(answer.Exit == 5, answer.ToString());
        Assert.Equal("other", reports["ml/mlgate.yml"].GetProperty("gate").GetString());
        Assert.Contains("MLG3002", Codes(reports["ml/mlgate.yml"], "error"));
        Assert.True(named.Exit == 5, named.ToString());
        Assert.Contains("\"gate\": \"other\"", named.Report, StringComparison.Ordinal);
        Assert.False(Directory.Exists(repository["data/.mlgate"]));
    }

    [Theory]
    [InlineData]
    [InlineData("mlgate.yml")]
    [InlineData("--all")]
    public void The_gate_of_the_folder_that_is_removed_is_judged_by_the_base(params string[] asked)
    {
        using var repository = new GateRepository();
        repository.Git("checkout", "--quiet", "-b", "change");
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.1));
        repository.Must("lock");
        repository.Git("rm", "--quiet", "mlgate.yml");
        repository.Commit("worse, without a gate");

        var answer = repository.Check(PullRequest, null, asked);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG0015", Severity: "warning" });
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG4102", Severity: "error" });
        Assert.Contains("file\tmlgate.yml\n", answer.Inputs, StringComparison.Ordinal);
        Assert.Equal(3, repository.Check(new() { ["CI"] = "true" }, null, asked).Exit);
    }

    [Fact]
    public void A_gate_that_gives_way_to_a_repository_of_its_own_is_judged_by_the_base_all_the_same()
    {
        using var repository = TwoGates();
        Spoil(repository, "ml");
        repository.Commit("worse");
        GateRepository.GitIn(repository["ml"], "init", "--quiet", "--initial-branch=main");
        GateRepository.GitIn(repository["ml"], "add", "--all");
        GateRepository.GitIn(repository["ml"], "commit", "--quiet", "--message", "a history of its own");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains("MLG4102", Codes(reports["ml/mlgate.yml"], "error"));
    }

    [Fact]
    public void What_the_target_has_removed_itself_is_no_gate_any_more()
    {
        using var repository = TwoGates();
        repository.Git("checkout", "--quiet", "main");
        repository.Git("rm", "--quiet", "-r", "ml");
        repository.Commit("done with it");
        repository.Git("checkout", "--quiet", "change");
        repository.Git("rm", "--quiet", "ml/mlgate.yml");
        repository.Commit("done with it here, too");

        Assert.Equal(["small"], Names(repository));
        Assert.Equal(0, CheckAll(repository, out _).Exit);
    }

    [Fact]
    public void A_new_gate_does_not_speak_under_the_name_that_another_one_gives_up()
    {
        using var repository = TwoGates();
        Spoil(repository, "ml");
        repository.Replace("ml/mlgate.yml", "name: other", "name: x");
        foreach (var file in new[] { "mlgate.yml", "data/train.csv", "data/test.csv", "models/m.csv" })
        {
            repository.Write(
                "z/" + file,
                File.ReadAllText(repository[file]).Replace("name: small", "name: other", StringComparison.Ordinal)
            );
        }

        Lock(repository, "z");
        repository.Commit("a green one of the same name");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 3, answer.ToString());
        Assert.Contains("ml/mlgate.yml and z/mlgate.yml are checked under the same name, other", answer.Errors, StringComparison.Ordinal);
        Assert.Empty(reports);
    }

    [Fact]
    public void Two_gates_may_exchange_their_names()
    {
        using var repository = TwoGates();
        repository.Replace("ml/mlgate.yml", "name: other", "name: small");
        repository.Replace("mlgate.yml", "name: small", "name: other");
        repository.Commit("the other way round");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Equal(
            ("other", "small"),
            (reports["ml/mlgate.yml"].GetProperty("gate").GetString(), reports["mlgate.yml"].GetProperty("gate").GetString())
        );
    }

    [Fact]
    public void A_gate_that_is_only_not_checked_out_was_not_removed()
    {
        using var repository = TwoGates();
        Directory.Delete(repository["ml"], recursive: true);

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 3, answer.ToString());
        Assert.Equal(["MLG0012"], Codes(reports["ml/mlgate.yml"], "error"));
        Assert.Contains("in the commit, but not checked out", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, repository.Run("check", "--all", "--no-progress").Exit);
    }

    [Theory]
    [InlineData("lax", 5)]
    [InlineData("lax", 5, "--all")]
    [InlineData("other", 1)]
    [InlineData("other", 1, "--all")]
    public void A_working_directory_that_becomes_a_link_does_not_hide_its_gate(string name, int exit, params string[] asked)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Git makes no links there.");
        using var repository = TwoGates();
        repository.Git("mv", "ml", "ml2");
        Directory.CreateSymbolicLink(repository["ml"], "ml2");
        repository.Replace("ml2/mlgate.yml", "name: other", "name: " + name);
        repository.Replace("ml2/mlgate.yml", "min: 0.7, max-drop: 0.05", "min: 0.1");
        Spoil(repository, "ml2");
        repository.Commit("a link");

        var answer = repository.Check(PullRequest, repository["ml"], asked);

        Assert.True(answer.Exit == exit, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic =>
            diagnostic is { Severity: "error" } && diagnostic.Code == (exit == 5 ? "MLG3002" : "MLG4102")
        );
    }

    [Fact]
    public void Without_the_trees_that_say_which_gates_there_are_no_gate_is_believed()
    {
        using var repository = TwoGates();
        var tree = repository.Git("rev-parse", "main:ml");
        Spoil(repository, "ml");
        repository.Git("rm", "--quiet", "ml/mlgate.yml");
        repository.Commit("worse");
        File.Delete(repository[$".git/objects/{tree[..2]}/{tree[2..]}"]);

        var answer = GateRepository.RunIn(repository.Path, PullRequest, "check", "--all", "--no-progress");

        Assert.True(answer.Exit is not (0 or 1), answer.ToString());
        Assert.Contains("MLG1033", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_clone_of_depth_one_the_removed_gate_is_fetched_for()
    {
        using var repository = TwoGates();
        repository.Git("config", "uploadpack.allowFilter", "true");
        Spoil(repository, "ml");
        repository.Git("rm", "--quiet", "ml/mlgate.yml");
        repository.Commit("worse");
        using var clone = new TempFolder();
        GateRepository.GitIn(clone.Path, "clone", "--quiet", "--depth", "1", "--branch", "change", "file://" + repository.Path, ".");

        var fetched = GateRepository.RunIn(clone.Path, PullRequest, "fetch", "--all");
        Directory.Move(repository[".git"], repository["gone"]);
        var answer = GateRepository.RunIn(clone.Path, PullRequest, "check", "--all", "--no-progress");

        Assert.True(fetched.Exit == 0, fetched.ToString());
        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains("MLG4102", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_linked_worktree_it_is_the_same()
    {
        using var repository = TwoGates();
        Spoil(repository, "ml");
        repository.Git("rm", "--quiet", "ml/mlgate.yml");
        repository.Commit("worse");
        repository.Git("checkout", "--quiet", "main");
        using var linked = new TempFolder();
        repository.Git("worktree", "add", "--quiet", linked["tree"], "change");

        var answer = GateRepository.RunIn(linked["tree"], PullRequest, "check", "--all", "--no-progress");

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains("MLG0015", answer.Text, StringComparison.Ordinal);
    }
}
