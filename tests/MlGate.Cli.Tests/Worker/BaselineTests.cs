namespace MlGate.Cli.Tests.Worker;

/// <summary>What a model is compared with.</summary>
public sealed class BaselineTests
{
    private static string Worse => GateRepository.Scores(600, 2, 0.1);

    [Fact]
    public void A_worse_model_fails_against_the_branch_it_left()
    {
        using var repository = new GateRepository();
        repository.Git("checkout", "--quiet", "-b", "retrain");
        repository.Write("models/m.csv", Worse);
        repository.Must("lock");
        repository.Commit("worse");

        var answer = repository.Check();

        Assert.True(answer.Exit == 1, answer.ToString());
        var diagnostic = Assert.Single(answer.Diagnostics!, diagnostic =>
            diagnostic.Code == "MLG4102" && diagnostic.Message.Contains("auc", StringComparison.Ordinal)
        );
        Assert.Equal("mlgate.yml", diagnostic.File);
        Assert.Equal(28, diagnostic.Line);
    }

    [Fact]
    public void What_is_not_committed_is_compared_with_what_is()
    {
        using var repository = new GateRepository();
        repository.Write("models/m.csv", Worse);
        repository.Must("lock");

        var answer = repository.Check();

        Assert.True(answer.Exit == 1, answer.ToString());
    }

    [Fact]
    public void A_first_model_meets_its_absolute_limits()
    {
        using var repository = new GateRepository();

        var answer = repository.Check();

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains("no-baseline", answer.Report!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_baseline_that_is_missing_decides_nothing()
    {
        using var repository = new GateRepository();
        repository.Replace("mlgate.yml", "name: small", "name: small\nrequire-baseline: true");

        Assert.Equal(2, repository.Check().Exit);
    }

    [Fact]
    public void Nothing_but_relative_limits_and_no_baseline_decides_nothing()
    {
        using var repository = new GateRepository();
        repository.Write(
            "mlgate.yml",
            """
            version: 1
            name: small
            datasets:
              test: { path: data/test.csv }
            models:
              m:
                path: models/m.csv
                task: binary-classification
                test: test
                label: label
                positive: "Yes"
                key: id
                score: p
                metrics:
                  auc: { max-drop: 0.05 }
            """
        );

        Assert.Equal(2, repository.Check().Exit);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("--upload-pack=x")]
    [InlineData("$(id)")]
    [InlineData("a\"b")]
    public void A_ref_that_does_not_exist_is_a_usage_error_whatever_it_is_called(string name)
    {
        using var repository = new GateRepository();

        var answer = repository.Check(more: "--baseline=" + name);

        Assert.True(answer.Exit == 3, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG1034");
    }

    [Fact]
    public void A_branch_may_have_any_name_that_git_allows()
    {
        using var repository = new GateRepository();
        var name = "$(id);`x`'" + new string('b', 200);
        repository.Git("checkout", "--quiet", "-b", name);
        repository.Write("models/m.csv", Worse);
        repository.Must("lock");
        repository.Commit("worse");

        Assert.Equal(1, repository.Check().Exit);
    }

    [Theory]
    [InlineData("$(touch owned)")]
    [InlineData("main\n::error::owned")]
    [InlineData("--upload-pack=touch owned")]
    public void A_target_branch_is_data_whatever_it_is_called(string target)
    {
        using var repository = new GateRepository();

        var answer = repository.Check(new() { ["GITHUB_BASE_REF"] = target, ["CI"] = "true" });

        Assert.True(answer.Exit == 3, answer.ToString());
        var problem = Assert.Single(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG1034");
        Assert.DoesNotContain("git fetch", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Text.Split('\n'), line => line.StartsWith("::", StringComparison.Ordinal));
        Assert.False(File.Exists(repository["owned"]));
    }

    [Theory]
    [InlineData("id,other\n", "another column")]
    [InlineData("id,p\ne0,0.5\n", "other rows")]
    public void A_baseline_that_is_another_kind_of_file_is_not_comparable(string text, string what)
    {
        using var repository = new GateRepository();
        repository.Write("models/m.csv", text);
        repository.Must("lock");
        repository.Commit(what);
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.8));
        repository.Must("lock");

        var answer = repository.Check();

        Assert.True(answer.Exit == 2, what + answer);
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG4011", Severity: "error" });
        Assert.Contains("\"not-comparable\"", answer.Report!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_merge_base_with_the_target_branch_is_the_baseline()
    {
        using var origin = new GateRepository();
        using var clone = new Testing.TempFolder();
        GateRepository.GitIn(clone.Path, "clone", "--quiet", "file://" + origin.Path, "work");
        var work = clone["work"];
        GateRepository.GitIn(work, "checkout", "--quiet", "-b", "retrain");
        File.WriteAllText(Path.Combine(work, "models", "m.csv"), Worse);
        Assert.Equal(0, GateRepository.RunIn(work, null, "lock").Exit);
        GateRepository.GitIn(work, "commit", "--quiet", "--all", "--message", "worse");

        var answer = origin.Check(new() { ["GITHUB_BASE_REF"] = "main", ["CI"] = "true" }, work);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains("merge base", answer.Report!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ref_of_the_baseline_is_an_input_whatever_the_branch_is_called()
    {
        using var origin = new GateRepository();
        origin.Git("branch", "--move", "main", "trunk");
        using var clone = new Testing.TempFolder();
        GateRepository.GitIn(clone.Path, "clone", "--quiet", "file://" + origin.Path, "work");
        File.AppendAllText(clone["work/data/train.csv"], "t900,1,DE,Yes\n");
        Assert.Equal(0, GateRepository.RunIn(clone["work"], null, "lock").Exit);

        var answer = origin.Check(folder: clone["work"]);

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains("ref\torigin/trunk\n", answer.Inputs!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shallow_clone_names_the_fix()
    {
        using var origin = new GateRepository();
        origin.Git("checkout", "--quiet", "-b", "retrain");
        origin.Write("models/m.csv", GateRepository.Scores(600, 2, 0.75));
        origin.Must("lock");
        origin.Commit("second");
        origin.Git("checkout", "--quiet", "main");
        origin.Write("other.txt", "main moved on");
        origin.Commit("third");
        using var clone = new Testing.TempFolder();
        GateRepository.GitIn(
            clone.Path,
            "clone",
            "--quiet",
            "--depth=1",
            "--no-single-branch",
            "--branch=retrain",
            "file://" + origin.Path,
            "work"
        );

        var answer = origin.Check(new() { ["GITHUB_BASE_REF"] = "main", ["CI"] = "true" }, clone["work"]);

        Assert.True(answer.Exit == 7, answer.ToString());
        var diagnostic = answer.Diagnostics!.First(diagnostic => diagnostic.Code == "MLG1031");
        Assert.Contains("fetch-depth", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_detached_head_and_a_repository_with_sha256_work()
    {
        using var repository = new GateRepository(format: "sha256");
        repository.Write("models/m.csv", Worse);
        repository.Must("lock");
        repository.Commit("worse");
        repository.Git("checkout", "--quiet", "--detach");

        var answer = repository.Check(more: "--baseline=HEAD~1");

        Assert.True(answer.Exit == 1, answer.ToString());
    }

    [Fact]
    public void Without_git_the_absolute_limits_still_decide()
    {
        using var folder = new GateRepository(git: false);

        var answer = folder.Check();

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains("no-baseline", answer.Report!, StringComparison.Ordinal);
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG1037", Severity: "warning" });
        Assert.DoesNotContain("the baseline.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(7, folder.Check(new() { ["CI"] = "true" }).Exit);
    }

    [Fact]
    public void A_baseline_on_other_rows_is_not_comparable()
    {
        using var repository = new GateRepository();
        repository.Write("data/test.csv", GateRepository.Rows("e", 650, 9));
        repository.Write("models/m.csv", GateRepository.Scores(650, 9, 0.8));
        repository.Must("lock");

        var answer = repository.Check();

        Assert.True(answer.Exit == 2, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG4011");
    }
}
