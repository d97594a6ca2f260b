using System.Diagnostics;
using MlGate.Findings;

namespace MlGate.Git.Tests;

/// <summary>A repository whose history is lost is not a new one.</summary>
public sealed class MissingHistoryTests
{
    public static TheoryData<string, string> Damages =>
        new()
        {
            { "rm -rf .git", "no git repository, but locks written in one" },
            { "rm -rf .git; mkfifo .git", ".git is neither a folder nor a file" },
            { "rm -rf .git; ln -s .git .git", ".git is neither a folder nor a file" },
            { "rm -rf .git; ln -s nowhere .git", ".git is neither a folder nor a file" },
            { "rm -rf .git; mkdir .git", ".git has no HEAD" },
            { "rm -rf .git; echo 'gitdir: /nowhere' > .git", "a missing folder" },
            { "rm -rf .git; echo x > .git", ".git is neither a folder nor a file" },
            { "rm -rf .git/objects/*", "missing object of the commit" },
            { "rm -rf .git/objects", ".git has no folder objects" },
            { "rm -rf .git/refs/*", "the reflog lists earlier commits" },
            { "rm -rf .git/refs", ".git has no folder refs" },
            { "rm -rf .git/refs/* .git/logs", "the repository has commits" },
            { "rm -rf .git/refs/* .git/logs .git/objects/*", "the index lists files whose objects are missing" },
            { "echo 'ref: refs/heads/nowhere' > .git/HEAD", "refs/heads/main has one" },
            { "echo x > .git/HEAD", "refs/heads/main has one" },
            { "rm .git/HEAD", ".git has no HEAD" },
            { "rm .git/HEAD; mkfifo .git/HEAD", "HEAD of .git is not a regular file" },
            { "rm .git/HEAD; mkfifo .git/p; ln -s p .git/HEAD", "HEAD of .git is not a regular file" },
            { "rm -f .git/config; mkfifo .git/config", "config of .git is not a regular file" },
            { "rm .git/index; mkfifo .git/index", "index of .git is not a regular file" },
            { "rm .git/index; ln -s /dev/zero .git/index", "index of .git is not a regular file" },
            { "rm .git/refs/heads/main; mkfifo .git/refs/heads/main", "refs/heads/main of .git is not a regular file" },
            { "printf '%040d\\n' 1 > .git/refs/heads/main", "missing object of the commit" },
            { "git pack-refs --all && : > .git/packed-refs", "the reflog lists earlier commits" },
        };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_repository_is_no_new_one(string damage, string found)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes in folders");
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");
        Damage(repository, damage);
        using var versions = repository.Versions();

        var problem = Assert.Single((await versions.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Problems);

        Assert.Equal(("MLG1036", ExitCode.Environment, Outcome.NotMeasured), (problem.Code, Verdict.ExitOf(problem), problem.Outcome));
        Assert.Contains(found, problem.Found, StringComparison.Ordinal);
        Assert.NotNull(problem.Fix);
    }

    [Fact]
    public async Task A_missing_folder_of_the_commit_is_no_missing_artifact()
    {
        using var repository = new TestRepository();
        _ = repository.Write("a/b/data.csv", "1");
        var first = repository.Commit();
        var tree = repository.Run("rev-parse", "HEAD:a/b");
        File.Delete(repository[$".git/objects/{tree[..2]}/{tree[2..]}"]);
        using var versions = repository.Versions();

        var problem = Assert.Single(
            (await versions.ReadAtAsync(TestRepository.Data("a/b/data.csv"), new(first, "x", "x"), default)).Problems
        );

        Assert.Equal(ExitCode.Environment, Verdict.ExitOf(problem));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_repository_is_a_first_measurement_also_where_files_are_staged(bool staged)
    {
        using var repository = new TestRepository();
        _ = repository.Write("m.bin", "1");
        if (staged)
        {
            _ = repository.Run("add", "-A");
        }

        using var versions = repository.Versions();

        Assert.Equal(
            "MLG1030",
            Assert.Single((await versions.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Problems).Code
        );
    }

    [Theory]
    [InlineData(true, "main", true)]
    [InlineData(true, null, true)]
    [InlineData(false, "main", true)]
    [InlineData(true, "main", false)]
    [InlineData(true, null, false)]
    public async Task A_pull_request_and_a_build_server_have_history(bool continuousIntegration, string? target, bool init)
    {
        using var repository = new TestRepository(init);
        _ = repository.Write("m.bin", "1");
        using var versions = repository.Versions(
            repository.Settings() with
            {
                IsContinuousIntegration = continuousIntegration,
                Target = target,
            }
        );

        Assert.Equal(
            "MLG1036",
            Assert.Single((await versions.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Problems).Code
        );
        Assert.Equal("MLG1036", Assert.Single((await versions.FindPullRequestBaseAsync(CancellationToken.None)).Problems).Code);
    }

    [Fact]
    public async Task Outside_of_a_repository_is_a_first_measurement()
    {
        using var folder = new TestRepository(init: false);
        _ = folder.Write("m.bin", "1");
        using var versions = folder.Versions();

        Assert.Equal(
            "MLG1030",
            Assert.Single((await versions.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Problems).Code
        );
        Assert.False(versions.Checkout.InRepository);
    }

    [Fact]
    public async Task An_artifact_of_the_target_is_not_new_on_a_branch_without_a_common_commit()
    {
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "--orphan", "other");
        _ = await repository.CommitModel("2");
        using var versions = repository.Versions();

        Assert.Equal(
            "MLG1036",
            Assert.Single((await versions.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Problems).Code
        );
        Assert.Equal(
            "MLG1030",
            Assert
                .Single((await versions.FindBaselineAsync("auto", TestRepository.Data("new.csv", "new"), CancellationToken.None)).Problems)
                .Code
        );
    }

    [Fact]
    public async Task A_worktree_whose_repository_is_gone_is_damaged()
    {
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");
        using var place = new Testing.TempFolder();
        _ = repository.Run("worktree", "add", "-q", "-b", "work", place["tree"]);
        Damage(repository, "rm -rf .git");
        using var versions = new GitVersions(
            repository.Settings() with
            {
                GateFolder = place["tree"],
            },
            new FolderCache(place["cache"]),
            new FixedClock()
        );

        Assert.Equal(
            "MLG1036",
            Assert.Single((await versions.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Problems).Code
        );
    }

    private static void Damage(TestRepository repository, string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = repository.Path })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
