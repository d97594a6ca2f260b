using System.Text.Json;

using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>A gate of the base holds for the pull request that removes, moves or hides it.</summary>
public sealed class RemovedGatesTests
{
    private static readonly Dictionary<string, string?> PullRequest = new() { ["GITHUB_BASE_REF"] = "main", ["CI"] = "true" };

    // A gate at the root, named small, and one of another name below.
    private static GateRepository TwoGates(string other = "ml")
    {
        var repository = new GateRepository();
        repository.Write(other + "/mlgate.yml", GateRepository.Gate.Replace("name: small", "name: other", StringComparison.Ordinal));
        foreach (var file in new[] { "data/train.csv", "data/test.csv", "models/m.csv" })
        {
            repository.Write($"{other}/{file}", File.ReadAllText(repository[file]));
        }

        Lock(repository, other);
        repository.Commit("another gate");
        repository.Git("checkout", "--quiet", "-b", "change");
        return repository;
    }

    private static void Lock(GateRepository repository, string folder) => Assert.Equal(0, GateRepository.RunIn(repository[folder], null, "lock").Exit);

    private static void Spoil(GateRepository repository, string folder)
    {
        repository.Write(folder + "/models/m.csv", GateRepository.Scores(600, 2, 0.1));
        Lock(repository, folder);
    }

    private static WorkerAnswer CheckAll(GateRepository repository, out Dictionary<string, JsonElement> reports)
    {
        using var output = new TempFolder();
        var answer = GateRepository.RunIn(repository.Path, PullRequest, "check", "--all", "--no-progress", "--output=" + output.Path);
        reports = Directory.EnumerateFiles(output.Path, "report.json", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(output.Path, Path.GetDirectoryName(file)!).Replace('\\', '/'),
            file => JsonDocument.Parse(File.ReadAllText(file)).RootElement);
        return answer;
    }

    private static string[] Codes(JsonElement report, string severity) =>
        [.. report.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == severity && finding.GetProperty("outcome").GetString() != "passed").Select(finding => finding.GetProperty("code").GetString()!)];

    private static string[] Names(GateRepository repository) => GateRepository.RunIn(repository.Path, PullRequest, "gates", "--all").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

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
        Assert.Contains("removes ml/mlgate.yml", reports["ml/mlgate.yml"].GetProperty("findings")[0].GetProperty("found").GetString(), StringComparison.Ordinal);
        Assert.Equal(["other", "small"], Names(repository));
    }

    [Fact]
    public void A_gate_that_is_removed_with_all_that_it_is_about_ends()
    {
        using var repository = TwoGates();
        Directory.Delete(repository["ml"], recursive: true);
        repository.Commit("done with it");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 0, answer.ToString());
        var report = reports["ml/mlgate.yml"];
        Assert.Equal(("other", "passed", 1), (report.GetProperty("gate").GetString(), report.GetProperty("verdict").GetProperty("outcome").GetString(), report.GetProperty("verdict").GetProperty("warnings").GetInt32()));
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
        Assert.Contains("moves ml/mlgate.yml to moved/mlgate.yml", report.GetProperty("findings")[0].GetProperty("found").GetString(), StringComparison.Ordinal);
        Assert.All(report.GetProperty("artifacts").EnumerateArray(), artifact => Assert.Equal(artifact.GetProperty("candidate").ToString(), artifact.GetProperty("baseline").ToString()));
        Assert.Equal(["small", "other"], Names(repository));
    }

    [Fact]
    public void A_model_that_is_moved_and_got_worse_fails_against_its_old_place()
    {
        using var repository = TwoGates();
        repository.Git("mv", "ml", "moved");
        repository.Write("moved/mlgate.yml", GateRepository.Gate.Replace("name: small", "name: other", StringComparison.Ordinal).Replace("min: 0.7, max-drop: 0.05", "min: 0.1", StringComparison.Ordinal));
        Spoil(repository, "moved");
        repository.Commit("a better place, and a worse model");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains("MLG4102", Codes(reports["moved/mlgate.yml"], "error"));
        Assert.Contains("moves ml/mlgate.yml to moved/mlgate.yml and changes mlgate.yml", reports["moved/mlgate.yml"].GetProperty("findings")[0].GetProperty("found").GetString(), StringComparison.Ordinal);
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
        if (to != "ml") repository.Git("mv", "ml", to);
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
        Assert.Contains(said, reports["ml/mlgate.yml"].GetProperty("findings")[0].GetProperty("found").GetString(), StringComparison.Ordinal);
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
        Assert.Contains("it has the name of ml/mlgate.yml, which the pull request removes", answer.Text, StringComparison.Ordinal);
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
            repository.Write("z/" + file, File.ReadAllText(repository[file]).Replace("name: small", "name: other", StringComparison.Ordinal));
        }

        Lock(repository, "z");
        repository.Commit("a green one of the same name");

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 3, answer.ToString());
        Assert.Contains("ml/mlgate.yml and z/mlgate.yml are judged under the same name, other", answer.Errors, StringComparison.Ordinal);
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
        Assert.Equal(("other", "small"), (reports["ml/mlgate.yml"].GetProperty("gate").GetString(), reports["mlgate.yml"].GetProperty("gate").GetString()));
    }

    [Fact]
    public void A_gate_that_is_only_not_checked_out_was_not_removed()
    {
        using var repository = TwoGates();
        Directory.Delete(repository["ml"], recursive: true);

        var answer = CheckAll(repository, out var reports);

        Assert.True(answer.Exit == 3, answer.ToString());
        Assert.Equal(["MLG0012"], Codes(reports["ml/mlgate.yml"], "error"));
        Assert.Contains("the commit has it, but it is not checked out", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, repository.Run("check", "--all", "--no-progress").Exit);
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
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Severity: "error" } && diagnostic.Code == (exit == 5 ? "MLG3002" : "MLG4102"));
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
        Assert.Contains("adds new/mlgate.yml, which no gate of the target branch became", answer.Text, StringComparison.Ordinal);
    }

    // Two gates of one folder, of the same data.
    private static GateRepository SharedData()
    {
        var repository = new GateRepository();
        repository.Write("b.yml", GateRepository.Gate.Replace("name: small", "name: b", StringComparison.Ordinal).Replace("  m:", "  b:", StringComparison.Ordinal).Replace("models/m.csv", "models/b.csv", StringComparison.Ordinal));
        repository.Write("models/b.csv", File.ReadAllText(repository["models/m.csv"]));
        repository.Must("lock", "b.yml");
        repository.Commit("another gate");
        repository.Git("checkout", "--quiet", "-b", "change");
        return repository;
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
        Assert.Contains("removes b.yml, and all data and models that it alone names", answer.Text, StringComparison.Ordinal);
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
