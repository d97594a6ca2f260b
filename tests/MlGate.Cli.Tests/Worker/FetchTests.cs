using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>Clones of depth 1, fetched for, with a remote that is gone when they are checked.</summary>
public sealed class FetchTests
{
    [Fact]
    public void A_clone_of_depth_one_is_checked_after_a_fetch()
    {
        using var remote = new GateRepository();
        remote.Git("config", "uploadpack.allowFilter", "true");
        remote.Git("checkout", "--quiet", "-b", "work");
        remote.Write("models/m.csv", GateRepository.Scores(600, 2, 0.82));
        remote.Must("lock");
        remote.Commit("retrained");
        using var clone = new TempFolder();
        GateRepository.GitIn(clone.Path, "clone", "--quiet", "--depth", "1", "--branch", "work", "file://" + remote.Path, ".");
        Dictionary<string, string?> environment = new() { ["GITHUB_BASE_REF"] = "main", ["CI"] = "true" };

        var before = remote.Check(environment, clone.Path);
        var fetched = GateRepository.RunIn(clone.Path, environment, "fetch");
        Directory.Move(remote[".git"], remote["gone"]);
        var after = remote.Check(environment, clone.Path);

        Assert.Equal(7, before.Exit);
        Assert.True(fetched.Exit == 0, fetched.ToString());
        Assert.True(after.Exit == 0, after.ToString());
        Assert.Contains("merge base with origin/main", after.Report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pull_request_whose_models_are_in_git_lfs_is_measured_in_a_checkout_without_them()
    {
        // Arrange: a model before and after in Git LFS, and a clone with pointers
        using var remote = new GateRepository();
        if (Environment.GetEnvironmentVariable("MLGATE_SKIP_NOTHING") != "1")
        {
            Assert.SkipUnless(HasLfs(remote), "git-lfs is not installed.");
        }

        remote.Git("lfs", "install", "--local");
        remote.Write(".gitattributes", "*.csv filter=lfs diff=lfs merge=lfs -text\n");
        remote.Git("add", "--renormalize", ".");
        remote.Must("lock");
        remote.Commit("to lfs");
        remote.Git("checkout", "--quiet", "-b", "work");
        remote.Write("models/m.csv", GateRepository.Scores(600, 2, 0.82));
        remote.Must("lock");
        remote.Commit("retrained");
        using var clone = new TempFolder();
        GateRepository.GitIn(
            clone.Path,
            "-c",
            "filter.lfs.smudge=",
            "-c",
            "filter.lfs.process=",
            "-c",
            "filter.lfs.required=false",
            "clone",
            "--quiet",
            "--depth",
            "1",
            "--branch",
            "work",
            "file://" + remote.Path,
            "."
        );
        Assert.StartsWith("version https://git-lfs", File.ReadAllText(clone["models/m.csv"]), StringComparison.Ordinal);
        Dictionary<string, string?> environment = new() { ["GITHUB_BASE_REF"] = "main", ["CI"] = "true" };

        // Act
        var fetched = GateRepository.RunIn(clone.Path, environment, "fetch");
        Directory.Move(remote[".git"], remote["gone"]);
        var after = remote.Check(environment, clone.Path);

        // Assert
        Assert.True(fetched.Exit == 0, fetched.ToString());
        Assert.True(after.Exit == 0, after.ToString());
        Assert.Contains("merge base with origin/main", after.Report, StringComparison.Ordinal);
        Assert.StartsWith("version https://git-lfs", File.ReadAllText(clone["models/m.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_gate_of_the_target_branch_is_fetched_for_as_it_judges()
    {
        using var remote = new GateRepository();
        remote.Git("config", "uploadpack.allowFilter", "true");
        remote.Git("mv", "models/m.csv", "models/first.csv");
        remote.Replace("mlgate.yml", "models/m.csv", "models/first.csv");
        remote.Must("lock");
        remote.Commit("renamed");
        remote.Git("checkout", "--quiet", "-b", "work");
        remote.Replace("mlgate.yml", "name: small", "name: other");
        remote.Replace("mlgate.yml", "models/first.csv", "models/second.csv");
        remote.Write("models/second.csv", GateRepository.Scores(600, 2, 0.82));
        remote.Must("lock");
        remote.Commit("another file");
        using var clone = new TempFolder();
        GateRepository.GitIn(clone.Path, "clone", "--quiet", "--depth", "1", "--branch", "work", "file://" + remote.Path, ".");
        Dictionary<string, string?> environment = new() { ["GITHUB_BASE_REF"] = "main", ["CI"] = "true" };

        var fetched = GateRepository.RunIn(clone.Path, environment, "fetch");
        var names = GateRepository.RunIn(clone.Path, environment, "gates");
        Directory.Move(remote[".git"], remote["gone"]);
        var missing = GateRepository.GitIn(
            clone.Path,
            "rev-list",
            "--objects",
            "--missing=print",
            "--no-walk",
            "origin/main^{tree}",
            "--",
            "models",
            "data",
            ".mlgate",
            "mlgate.yml"
        );

        Assert.True(fetched.Exit == 0, fetched.ToString());
        Assert.DoesNotContain("?", missing, StringComparison.Ordinal);
        Assert.Equal("small", names.Text.Trim());
    }

    [Fact]
    public void A_fetch_that_fails_says_so()
    {
        using var remote = new GateRepository();
        remote.Git("commit", "--quiet", "--allow-empty", "--message", "more");
        using var clone = new TempFolder();
        GateRepository.GitIn(clone.Path, "clone", "--quiet", "--depth", "1", "file://" + remote.Path, ".");
        Directory.Move(remote[".git"], remote["gone"]);

        var answer = GateRepository.RunIn(clone.Path, new() { ["GITHUB_BASE_REF"] = "main" }, "fetch");

        Assert.Equal(7, answer.Exit);
        Assert.Contains("MLG1035", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("fetch-depth: 0", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_clone_needs_nothing()
    {
        using var repository = new GateRepository();

        var answer = repository.Run("fetch");

        Assert.Equal((0, "", ""), (answer.Exit, answer.Text, answer.Errors));
    }

    private static bool HasLfs(GateRepository repository)
    {
        try
        {
            return repository.Git("lfs", "version").Length > 0;
        }
        catch (Xunit.Sdk.XunitException)
        {
            return false;
        }
    }
}
