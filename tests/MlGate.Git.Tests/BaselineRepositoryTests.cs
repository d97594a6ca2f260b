using MlGate.Findings;
using MlGate.Testing;
using MlGate.Versions;
using static MlGate.Git.Tests.Baselines;

namespace MlGate.Git.Tests;

/// <summary>Baselines in clones, worktrees and repositories that are not as git makes them.</summary>
public sealed class BaselineRepositoryTests
{
    [Fact]
    public async Task A_shallow_clone_names_the_exact_fix()
    {
        using var remote = new TestRepository();
        _ = await remote.CommitModel("1");
        _ = remote.Run("checkout", "-q", "-b", "work");
        _ = await remote.CommitModel("2");
        _ = remote.Run("checkout", "-q", "main");
        _ = await remote.CommitModel("3");
        using var depthOne = Clone(remote, "--depth", "1", "--no-single-branch", "--branch", "work");
        using var oneBranch = Clone(remote, "--depth", "1", "--branch", "work");
        using var main = Clone(remote, "--depth", "1");

        foreach (var (clone, target) in new[] { (depthOne, null), (oneBranch, "main"), (main, null) })
        {
            var problem = await Problem(clone, target);
            Assert.Equal(("MLG1031", ExitCode.Environment), (problem.Code, Verdict.ExitOf(problem)));
            Assert.Contains("git fetch --unshallow", problem.Fix, StringComparison.Ordinal);
            Assert.Contains("fetch-depth: 0", problem.Fix, StringComparison.Ordinal);
        }

        _ = depthOne.Run("fetch", "-q", "--unshallow");
        Assert.Equal(remote.Run("merge-base", "main", "work"), (await Auto(depthOne)).Commit);
    }

    [Fact]
    public async Task A_missing_target_says_how_to_fetch_it()
    {
        using var remote = new TestRepository();
        _ = await remote.CommitModel("1");
        using var clone = Clone(remote);

        var problem = await Problem(clone, "gone");

        Assert.Equal("MLG1034", problem.Code);
        Assert.Contains("git fetch origin gone", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_linked_worktree_has_its_own_head_and_the_same_history()
    {
        using var repository = new TestRepository();
        var first = await repository.CommitModel("1");
        using var place = new TempFolder();
        _ = repository.Run("worktree", "add", "-q", "-b", "work", place["tree"]);
        File.WriteAllText(place["tree/m.bin"], "2");
        using var versions = new GitVersions(
            repository.Settings() with
            {
                GateFolder = place["tree"],
            },
            new FolderCache(place["cache"]),
            new FixedClock()
        );

        Assert.Equal(new Checkout(first, "work", null), versions.Checkout);
        Assert.Equal(first, (await versions.FindBaselineAsync("auto", Model, CancellationToken.None)).Value?.Commit);
        Assert.Equal("1", File.ReadAllText((await versions.ReadAtAsync(Model, new(first, "x", "x"), default)).Value!.Files[0].Location));
    }

    [Theory]
    [InlineData("blob:none")]
    [InlineData("tree:0")]
    public async Task A_partial_clone_fetches_what_is_missing(string filter)
    {
        using var remote = new TestRepository();
        _ = remote.Run("config", "uploadpack.allowFilter", "true");
        _ = remote.Run("config", "uploadpack.allowAnySHA1InWant", "true");
        _ = remote.Write("d/f", "1");
        var first = await remote.CommitModel("1");
        _ = remote.Write("d/f", "2");
        _ = await remote.CommitModel("2");
        using var clone = CloneFrom("file://" + remote.Path, "--filter=" + filter);
        using var versions = clone.Versions();

        var bytes = await versions.ReadAtAsync(TestRepository.Data("d"), new(first, "x", "x"), default);

        Assert.Empty(bytes.Problems.Select(problem => problem.Message));
        Assert.Equal("1", File.ReadAllText(bytes.Value!.Files[0].Location));
        Assert.Equal(first, (await versions.FindBaselineAsync("auto", Model, CancellationToken.None)).Value?.Commit);
    }

    [Fact]
    public async Task A_repository_of_somebody_else_is_explained()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can give files away");
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");
        _ = repository.Write("m.bin", "2");
        using var give = System.Diagnostics.Process.Start("chown", ["-R", "12345", repository.Path]);
        give.WaitForExit();

        var problem = await Problem(repository);

        Assert.Equal("MLG1033", problem.Code);
        Assert.Contains("safe.directory", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_git_program_libgit2_finds_the_baseline()
    {
        using var repository = new TestRepository();
        var first = await repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = await repository.CommitModel("2");
        using var versions = repository.Versions(repository.Settings() with { GitProgram = null });

        Assert.Equal(first, (await versions.FindBaselineAsync("auto", Model, CancellationToken.None)).Value?.Commit);
    }

    [Fact]
    public async Task Without_the_git_program_a_sha256_repository_is_a_coded_finding()
    {
        using var repository = new TestRepository(format: "sha256");
        _ = await repository.CommitModel("1");
        using var versions = repository.Versions(repository.Settings() with { GitProgram = null });

        Assert.Equal("MLG1033", Assert.Single((await versions.FindBaselineAsync("main", Model, CancellationToken.None)).Problems).Code);
    }
}
