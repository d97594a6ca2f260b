using MlGate.Findings;
using MlGate.Git.Repositories;
using MlGate.Versions;
using static MlGate.Git.Tests.Baselines;

namespace MlGate.Git.Tests;

public sealed class BaselineTests
{
    [Fact]
    public async Task A_pull_request_is_compared_with_the_merge_base_of_its_target()
    {
        using var remote = new TestRepository();
        _ = await remote.CommitModel("1");
        _ = remote.Run("branch", "release");
        _ = await remote.CommitModel("2");
        using var clone = Clone(remote);
        _ = clone.Run("checkout", "-q", "-b", "work", "origin/release");
        _ = await clone.CommitModel("3");

        Assert.Equal((remote.Run("rev-parse", "release"), "merge base with origin/release"), await Auto(clone, "release"));
        Assert.Equal((remote.Run("rev-parse", "release"), "merge base with origin/main"), await Auto(clone));
    }

    [Theory]
    [InlineData("release")]
    [InlineData("origin/release")]
    [InlineData("refs/remotes/origin/release")]
    public async Task A_target_can_be_written_with_its_remote(string target)
    {
        using var remote = new TestRepository();
        var fork = await remote.CommitModel("1");
        _ = remote.Run("branch", "release");
        using var clone = Clone(remote);
        _ = await clone.CommitModel("2");

        Assert.Equal((fork, "merge base with origin/release"), await Auto(clone, target));
        using var versions = clone.Versions(clone.Settings() with { Target = target });
        Assert.Equal("release", versions.Checkout.Target);
    }

    [Fact]
    public async Task A_target_can_be_a_commit_and_nothing_else_that_is_no_branch()
    {
        using var repository = new TestRepository();
        var first = await repository.CommitModel("1");
        _ = repository.Run("tag", "v1");
        _ = await repository.CommitModel("2");

        Assert.Equal(first, (await Auto(repository, first)).Commit);
        foreach (var target in new[] { "HEAD", "HEAD~1", "v1", first[..10] })
        {
            Assert.Equal("MLG1034", (await Problem(repository, target)).Code);
        }
    }

    [Fact]
    public async Task The_upstream_of_the_branch_is_never_used()
    {
        using var remote = new TestRepository();
        var fork = await remote.CommitModel("1");
        using var clone = Clone(remote);
        _ = clone.Run("checkout", "-q", "-b", "work");
        _ = await clone.CommitModel("2");
        _ = clone.Run("push", "-q", "-u", "origin", "work");

        Assert.Equal(fork, (await Auto(clone)).Commit);
    }

    [Fact]
    public async Task After_a_push_to_the_default_branch_the_last_change_of_the_lock_counts()
    {
        using var remote = new TestRepository();
        var first = await remote.CommitModel("1");
        _ = remote.Run("config", "receive.denyCurrentBranch", "ignore");
        using var clone = Clone(remote);
        var second = await clone.CommitModel("2");

        Assert.Equal((first, "merge base with origin/main"), await Auto(clone));

        _ = clone.Run("push", "-q");
        _ = clone.Write("other", "x");
        _ = clone.Commit();
        _ = clone.Run("push", "-q");

        Assert.Equal((first, $"the commit before {second[..10]}, which last changed its lock"), await Auto(clone));
    }

    [Fact]
    public async Task A_local_repository_compares_a_change_with_its_last_commit()
    {
        using var repository = new TestRepository();
        var first = await repository.CommitModel("1");
        Assert.Equal("MLG1030", (await Problem(repository)).Code);

        _ = repository.Write("m.bin", "2");
        Assert.Equal((first, "the last commit, which is on main"), await Auto(repository));

        _ = await repository.CommitModel("2");
        Assert.Equal(first, (await Auto(repository)).Commit);
    }

    [Fact]
    public async Task A_lock_that_changed_without_its_artifact_is_passed_over()
    {
        using var repository = new TestRepository();
        var first = await repository.CommitModel("1");
        _ = await repository.CommitModel("2");
        _ = repository.Write(".mlgate/lock/models/m.json", File.ReadAllText(repository[".mlgate/lock/models/m.json"]) + "\n");
        _ = repository.Commit();

        Assert.Equal(first, (await Auto(repository)).Commit);
    }

    [Fact]
    public async Task The_first_lock_of_an_old_file_has_no_baseline()
    {
        using var repository = new TestRepository();
        _ = repository.Write("m.bin", "1");
        _ = repository.Commit();
        _ = await repository.CommitModel("1");

        var problem = await Problem(repository);

        Assert.Equal(("MLG1030", Outcome.NoBaseline), (problem.Code, problem.Outcome));
    }

    [Fact]
    public async Task A_local_branch_is_compared_with_where_it_left_main()
    {
        using var repository = new TestRepository();
        var first = await repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = await repository.CommitModel("2");

        Assert.Equal((first, "merge base with main"), await Auto(repository));

        _ = repository.Run("checkout", "-q", "--detach");
        Assert.Equal((first, "merge base with main"), await Auto(repository));
        using var versions = repository.Versions();
        Assert.Null(versions.Checkout.Branch);
    }

    [Fact]
    public async Task A_branch_that_git_was_told_to_start_with_counts()
    {
        using var repository = new TestRepository();
        _ = repository.Run("config", "init.defaultBranch", "trunk");
        _ = repository.Run("checkout", "-q", "-b", "trunk");
        var first = await repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = await repository.CommitModel("2");

        Assert.Equal((first, "merge base with trunk"), await Auto(repository));
    }

    [Fact]
    public async Task A_repository_without_commits_has_no_baseline()
    {
        using var repository = new TestRepository();
        _ = repository.Write("m.bin", "1");
        using var versions = repository.Versions();

        Assert.Equal("MLG1030", (await Problem(repository)).Code);
        Assert.Equal(new Checkout(null, "main", null), versions.Checkout);
    }

    [Theory]
    [InlineData("sha1", true)]
    [InlineData("sha1", false)]
    [InlineData("sha256", true)]
    public async Task The_baselines_bytes_come_from_git_and_the_working_tree_is_left_alone(string format, bool hasGit)
    {
        using var repository = new TestRepository(format: format);
        var large = new string('x', 9_000_000);
        _ = repository.Write("d/large", large);
        _ = repository.Write("d/sub/small", "s");
        var first = await repository.CommitModel("1");
        var before = await repository.Version("d");
        _ = repository.Write("d/large", "y");
        _ = await repository.CommitModel("2");
        var status = repository.Run("status", "--porcelain");
        using var versions = repository.Versions(repository.Settings() with { GitProgram = hasGit ? TestRepository.Git : null });

        var folder = await versions.ReadAtAsync(TestRepository.Data("d"), new(first, "x", "x"), default);
        var model = await versions.ReadAtAsync(Model, new(first, "x", "x"), default);

        Assert.Empty(folder.Problems);
        Assert.Equal(before, folder.Value!.Version);
        Assert.Equal(["d/large", "d/sub/small"], folder.Value.Files.Select(file => file.Name));
        Assert.Equal(large, File.ReadAllText(folder.Value.Files[0].Location));
        Assert.Equal("1", File.ReadAllText(Assert.Single(model.Value!.Files).Location));
        Assert.Equal("y", File.ReadAllText(repository["d/large"]));
        Assert.Equal(status, repository.Run("status", "--porcelain"));
    }

    [Fact]
    public async Task An_artifact_that_the_baseline_lacks_has_no_baseline()
    {
        using var repository = new TestRepository();
        var first = await repository.CommitModel("1");
        using var versions = repository.Versions();

        Assert.Equal(
            "MLG1030",
            Assert.Single((await versions.ReadAtAsync(TestRepository.Data("absent"), new(first, "x", "x"), default)).Problems).Code
        );
    }

    [Theory]
    [InlineData("GITHUB_BASE_REF", "main", "main")]
    [InlineData("GITHUB_BASE_REF", "", null)]
    [InlineData("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/release/1", "release/1")]
    [InlineData("SYSTEM_PULLREQUEST_TARGETBRANCH", "main", "main")]
    [InlineData("OTHER", "main", null)]
    public void The_target_comes_from_the_environment_that_is_passed_in(string name, string value, string? expected) =>
        Assert.Equal(expected, GitSettings.From("/x", asked => asked == name ? value : null).Target);

    [Fact]
    public async Task A_subfolders_gate_reads_its_own_paths()
    {
        using var repository = new TestRepository();
        _ = repository.Write("a/b/data/f", "1");
        var first = repository.Commit();
        _ = repository.Write("a/b/data/f", "2");
        using var versions = repository.Versions(repository.Settings("a/b"));

        var bytes = (await versions.ReadAtAsync(TestRepository.Data("data"), new(first, "x", "x"), default)).Value!;

        Assert.Equal("data/f", Assert.Single(bytes.Files).Name);
        Assert.Equal(repository.Run("rev-parse", first + ":a/b/data"), bytes.Version.GitObjectId);
    }
}
