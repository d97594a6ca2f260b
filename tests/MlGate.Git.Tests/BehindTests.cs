using MlGate.Versions;

namespace MlGate.Git.Tests;

public sealed class BehindTests
{
    private static readonly Artifact[] Artifacts = [TestRepository.Data("d.csv"), TestRepository.Model];

    [Fact]
    public async Task The_commits_of_the_branch_since_the_merge_base_are_counted()
    {
        using var repository = await Forked();

        var behind = (await Of(repository))!;

        Assert.Equal(("main", 3L), (behind.Branch, behind.Commits));
        Assert.Equal(["models.m"], behind.Changed);
    }

    [Fact]
    public async Task A_branch_that_was_brought_up_to_date_is_not_behind()
    {
        using var repository = await Forked();
        _ = repository.Run("merge", "-q", "-s", "ours", "-m", "m", "main");

        Assert.Null(await Of(repository));
    }

    [Fact]
    public async Task A_branch_that_has_what_was_merged_on_the_other_side_is_behind_by_the_rest()
    {
        using var repository = await Forked();
        _ = repository.Run("merge", "-q", "-s", "ours", "-m", "m", "main~1");

        Assert.Equal(1, (await Of(repository))!.Commits);
    }

    [Fact]
    public async Task A_commit_of_another_line_is_not_behind()
    {
        using var repository = await Forked();
        using var versions = repository.Versions();

        Assert.Null(
            await versions.CountBehindAsync(
                new Baseline(repository.Run("rev-parse", "work"), "work", "the ref work"),
                Artifacts,
                CancellationToken.None
            )
        );
    }

    [Fact]
    public async Task Nothing_is_behind_where_there_is_no_branch_and_no_repository()
    {
        using var alone = new TestRepository();
        _ = alone.Run("checkout", "-q", "-b", "work");
        var commit = await alone.CommitModel("1");
        using var nowhere = new TestRepository(init: false);
        using var one = alone.Versions();
        using var other = nowhere.Versions();

        Assert.Null(await one.CountBehindAsync(new Baseline(commit, "HEAD", "x"), Artifacts, CancellationToken.None));
        Assert.Null(await other.CountBehindAsync(new Baseline(commit, "HEAD", "x"), Artifacts, CancellationToken.None));
    }

    [Fact]
    public async Task A_dataset_that_git_has_only_the_lock_of_changes_with_its_lock()
    {
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");
        _ = repository.Run("rm", "-q", "--cached", "m.bin");
        _ = repository.Write(".gitignore", "m.bin\n");
        _ = repository.Commit();
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = repository.Run("checkout", "-q", "main");
        _ = repository.Write("other", "x");
        _ = repository.Commit();
        Assert.Equal((1, 0), await Count());

        _ = await repository.CommitModel("2");
        Assert.Equal((2, 1), await Count());

        async Task<(long, int)> Count()
        {
            _ = repository.Run("checkout", "-q", "work");
            var behind = (await At(repository, repository.Run("rev-parse", "work")))!;
            _ = repository.Run("checkout", "-q", "main");
            return (behind.Commits, behind.Changed.Count);
        }
    }

    [Fact]
    public async Task A_shallow_clone_says_nothing_until_it_is_deep_enough()
    {
        using var remote = await Forked();
        using var clone = Clone(remote, "2");
        var fork = remote.Run("merge-base", "main", "work");
        _ = clone.Run("fetch", "-q", "--depth", "2", "origin", "work", fork);

        // The merge base is here, and the branch's tip; the commits between them are not all.
        Assert.True(File.Exists(clone[".git/shallow"]));
        Assert.Null(await At(clone, fork));

        _ = clone.Run("fetch", "-q", "--depth", "4", "origin", "main");
        Assert.True(File.Exists(clone[".git/shallow"]));
        Assert.Equal(3, (await At(clone, fork))!.Commits);
    }

    [Theory]
    [InlineData("3", false)]
    [InlineData("4", true)]
    public async Task A_shallow_clone_that_hides_what_a_side_branch_shares_says_nothing(string depth, bool reachesRoot)
    {
        // The side branch starts at the root. It ends before, or reaches it, while what lies before the merge base is cut off.
        using var remote = new TestRepository();
        var root = await remote.CommitModel("1");
        _ = await remote.CommitModel("2");
        _ = await remote.CommitModel("3");
        _ = await remote.CommitModel("4");
        var fork = await remote.CommitModel("5");
        _ = remote.Run("checkout", "-q", "-b", "side", root);
        _ = remote.Write("side", "x");
        _ = remote.Commit();
        _ = remote.Commit();
        _ = remote.Run("checkout", "-q", "main");
        _ = remote.Run("merge", "-q", "--no-ff", "-m", "m", "side");
        using var clone = Clone(remote, depth);

        Assert.Equal(reachesRoot, clone.Run("rev-list", "origin/main").Contains(root, StringComparison.Ordinal));
        Assert.Equal(3, (await At(remote, fork))!.Commits);
        Assert.Null(await At(clone, fork));
    }

    // main: 1 - 2 - 3 - 4, of which the last three are not on work.
    private static async Task<TestRepository> Forked()
    {
        var repository = new TestRepository();
        _ = repository.Write("d.csv", "a\n1\n");
        _ = await repository.CommitModel("0");
        _ = await repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = repository.Write("work", "x");
        _ = repository.Commit();
        _ = repository.Run("checkout", "-q", "main");
        _ = await repository.CommitModel("2");
        _ = await repository.CommitModel("3");
        _ = await repository.CommitModel("4");
        _ = repository.Run("checkout", "-q", "work");
        return repository;
    }

    private static TestRepository Clone(TestRepository from, string depth)
    {
        var clone = new TestRepository(init: false);
        _ = from.Run("config", "uploadpack.allowAnySHA1InWant", "true");
        _ = clone.Run("clone", "-q", "--depth", depth, "--branch", "main", "file://" + from.Path, ".");
        return clone;
    }

    private static async Task<Behind?> Of(TestRepository repository)
    {
        using var versions = repository.Versions();
        return await versions.CountBehindAsync(
            (await versions.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Value!,
            Artifacts,
            CancellationToken.None
        );
    }

    private static async Task<Behind?> At(TestRepository repository, string commit)
    {
        using var versions = repository.Versions();
        return await versions.CountBehindAsync(
            new Baseline(commit, "origin/main", "merge base with origin/main"),
            Artifacts,
            CancellationToken.None
        );
    }
}
