using System.Text.Json;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary><c>mlgate doctor</c> in real repositories, each with one thing that stops or weakens a gate.</summary>
public sealed class DoctorTests
{
    private static readonly Dictionary<string, string?> OnGitHub = new()
    {
        ["CI"] = "true",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_BASE_REF"] = "main",
        ["GITHUB_TOKEN"] = "a-secret-that-must-stay-one",
    };

    [Fact]
    public void A_sound_repository_has_nothing_but_ok()
    {
        using var repository = new GateRepository();
        var before = repository.Git("status", "--porcelain", "--ignored");

        var answer = repository.Run("doctor");

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.All(answer.Text.Split('\n').TakeWhile(line => line.Length > 0), line =>
            Assert.StartsWith("ok  ", line, StringComparison.Ordinal)
        );
        Assert.EndsWith("A gate can run here.", answer.Text.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("mlgate.yml: gate 'small' with datasets: 2, models: 1", answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, repository.Git("status", "--porcelain", "--ignored"));
    }

    [Fact]
    public void The_json_says_the_same_for_programs()
    {
        using var repository = new GateRepository(git: false);

        var answer = repository.Run("doctor", "--format", "json");

        using var json = JsonDocument.Parse(answer.Text);
        var root = json.RootElement;
        Assert.Equal((0, 0, 1), (answer.Exit, root.GetProperty("problems").GetInt32(), root.GetProperty("warnings").GetInt32()));
        var line = root.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("check").GetString() == "repository");
        Assert.Equal("warning", line.GetProperty("state").GetString());
        Assert.StartsWith("git init", line.GetProperty("fix").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shallow_clone_without_the_baseline_stops_a_gate_until_it_is_fetched()
    {
        using var remote = new GateRepository();
        remote.Git("checkout", "--quiet", "-b", "work");
        remote.Write("models/m.csv", GateRepository.Scores(600, 2, 0.82));
        remote.Must("lock");
        remote.Commit("retrained");
        using var clone = new TempFolder();
        GateRepository.GitIn(clone.Path, "clone", "--quiet", "--depth", "1", "--branch", "work", "file://" + remote.Path, ".");

        var before = GateRepository.RunIn(clone.Path, OnGitHub, "doctor");
        var fetched = GateRepository.RunIn(clone.Path, OnGitHub, "fetch");
        var after = GateRepository.RunIn(clone.Path, OnGitHub, "doctor");

        Assert.True(before.Exit == 7, before.ToString());
        Assert.Contains("ok       repository", before.Text, StringComparison.Ordinal);
        Assert.Contains("shallow clone", before.Text, StringComparison.Ordinal);
        Assert.Contains("problem  target branch", before.Text, StringComparison.Ordinal);
        Assert.Contains("fix: Run mlgate fetch", before.Text, StringComparison.Ordinal);
        Assert.True(fetched.Exit == 0, fetched.ToString());
        Assert.True(after.Exit == 0, after.ToString());
        Assert.Contains("origin/main, for main from GITHUB_BASE_REF (GitHub Actions", after.Text, StringComparison.Ordinal);
        Assert.Contains("merge base with origin/main", after.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main", "TF_BUILD", "Azure Pipelines")]
    [InlineData("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main", "GITLAB_CI", "GitLab")]
    public void The_target_of_other_servers_is_told_with_its_variable(string variable, string value, string marker, string server)
    {
        using var repository = new GateRepository();
        Dictionary<string, string?> environment = new() { [variable] = value, [marker] = "true" };

        var answer = GateRepository.RunIn(repository.Path, environment, "doctor");

        Assert.Contains($"main, for main from {variable} ({server})", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_branch_that_is_missing_stops_a_gate()
    {
        using var repository = new GateRepository();

        var answer = repository.Run("doctor", "--target", "release/9");

        Assert.True(answer.Exit == 3, answer.ToString());
        Assert.Contains("problem  target branch", answer.Text, StringComparison.Ordinal);
        Assert.Contains("fix: Run: git fetch origin release/9", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith("A gate cannot run here: 1 problem.", answer.Text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_of_somebody_else_leads_to_the_command_that_trusts_it()
    {
        using var repository = new GateRepository(format: "sha256");

        var answer = GateRepository.RunIn(repository.Path, new() { ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1" }, "doctor");

        Assert.True(answer.Exit == 7, answer.ToString());
        Assert.Contains("(MLG1033)", answer.Text, StringComparison.Ordinal);
        Assert.Contains("git config --global --add safe.directory", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_git_a_gate_is_weakened()
    {
        using var repository = new GateRepository();
        using var nothing = new TempFolder();

        var answer = GateRepository.RunIn(repository.Path, new() { ["PATH"] = nothing.Path }, "doctor");

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains("warning  git ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("warning  .NET", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_endings_that_git_converts_are_told_until_the_proposed_line_is_there()
    {
        using var repository = new GateRepository();
        repository.Write(".gitattributes", "* text=auto\n");

        var before = repository.Run("doctor");
        repository.Write(".gitattributes", "* text=auto\n*.csv -text\n");
        var after = repository.Run("doctor");

        Assert.True(before.Exit == 0, before.ToString());
        Assert.Contains("warning  line endings", before.Text, StringComparison.Ordinal);
        Assert.Contains("data/train.csv and 2 more", before.Text, StringComparison.Ordinal);
        Assert.Contains("echo '*.csv -text' >> .gitattributes", before.Text, StringComparison.Ordinal);
        Assert.Contains("ok       line endings", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pointer_whose_object_was_not_fetched_stops_a_gate()
    {
        using var repository = new GateRepository();
        repository.Write(".gitattributes", "models/* filter=lfs diff=lfs merge=lfs -text\n");
        repository.Write("models/m.csv", $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('a', 64)}\nsize 12345\n");

        var answer = repository.Run("doctor");

        Assert.True(answer.Exit == 4, answer.ToString());
        Assert.Contains("problem  Git LFS", answer.Text, StringComparison.Ordinal);
        Assert.Contains("models/m.csv: only a Git LFS pointer", answer.Text, StringComparison.Ordinal);
        Assert.Contains("fix: git lfs pull", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_file_with_an_error_is_told_at_its_line()
    {
        using var repository = new GateRepository();
        repository.Replace("mlgate.yml", "auc: { min: 0.7", "auc: { min: much");

        var answer = repository.Run("doctor");

        Assert.True(answer.Exit == 3, answer.ToString());
        Assert.Contains("problem  gate file", answer.Text, StringComparison.Ordinal);
        Assert.Contains("mlgate.yml(", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_weakens_and_temporary_files_that_cannot_be_written_stop()
    {
        using var repository = new GateRepository();
        Directory.Delete(repository[".mlgate/cache"], recursive: true);
        File.WriteAllText(repository[".mlgate/cache"], "");

        var withoutCache = repository.Run("doctor");
        var withoutTemporary = GateRepository.RunIn(repository.Path, new() { ["TMPDIR"] = "/proc/none" }, "doctor");

        Assert.True(withoutCache.Exit == 0, withoutCache.ToString());
        Assert.Contains("warning  cache", withoutCache.Text, StringComparison.Ordinal);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A folder that nobody can write to.");
        Assert.True(withoutTemporary.Exit == 7, withoutTemporary.ToString());
        Assert.Contains("problem  temporary files", withoutTemporary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_told_to_be_there_and_is_never_printed()
    {
        using var repository = new GateRepository();
        Dictionary<string, string?> without = new(OnGitHub) { ["GITHUB_TOKEN"] = null };

        var with = GateRepository.RunIn(repository.Path, OnGitHub, "doctor", "--verbosity", "diagnostic");
        var missing = GateRepository.RunIn(repository.Path, without, "doctor");

        Assert.Contains("GITHUB_TOKEN is set; it needs pull-requests: write", with.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", with.ToString(), StringComparison.Ordinal);
        Assert.True(missing.Exit == 0, missing.ToString());
        Assert.Contains("warning  publishing", missing.Text, StringComparison.Ordinal);
        Assert.Contains("GITHUB_TOKEN: ${{ github.token }}", missing.Text, StringComparison.Ordinal);
    }
}
