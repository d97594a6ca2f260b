using MlGate.Findings;
using MlGate.Git.Baselines;
using MlGate.Git.Fetching;
using MlGate.Git.Repositories;
using MlGate.Versions;

namespace MlGate.Git.Tests;

/// <summary>
/// Clones that were checked out without their large files, with the real git-lfs and a remote that is taken away before anything is read.
/// </summary>
public sealed class LfsFetchTests
{
    private static readonly Artifact Model = TestRepository.Model;

    // What git-lfs would take for patterns, and a list.
    private static readonly Artifact Test = TestRepository.Data("d, [1]/*.bin", "test");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_large_files_of_both_sides_are_fetched_and_no_others(bool mayFilter)
    {
        using var remote = Remote();
        if (mayFilter)
        {
            _ = remote.Run("config", "uploadpack.allowFilter", "true");
        }

        var first = Grow(remote, "old");
        _ = Grow(remote, "between");
        _ = remote.Run("checkout", "-q", "-b", "work", first);
        _ = Grow(remote, "new");
        _ = remote.Run("checkout", "-q", "main");
        using var clone = Checkout(remote, "work");

        Assert.Empty(await Fetch(clone));
        Directory.Move(remote[".git"], remote["gone"]);

        Assert.Equal((first, "old model"), await Baseline(clone, Model));
        Assert.Equal((first, "old rows"), await Baseline(clone, Test));
        Assert.Equal(("new model", "new rows"), (await Candidate(clone, Model), await Candidate(clone, Test)));
        Assert.Equal(4, Stored(clone).Count);
        Assert.Empty(await Fetch(clone));
    }

    [Fact]
    public async Task What_the_working_tree_holds_is_not_fetched_again()
    {
        using var remote = Remote();
        var first = Grow(remote, "old");
        _ = remote.Run("checkout", "-q", "-b", "work");
        _ = Grow(remote, "new");
        using var clone = Checkout(remote, "work");
        _ = clone.Write("m.bin", "new model");
        _ = clone.Write("d, [1]/test.bin", "new rows");

        Assert.Empty(await Fetch(clone));

        Assert.Equal((first, "old model"), await Baseline(clone, Model));
        Assert.Equal(2, Stored(clone).Count);
    }

    [Fact]
    public async Task Of_an_anchor_only_what_is_read_there_is_fetched()
    {
        using var remote = Remote();
        var anchor = Grow(remote, "first");
        _ = Grow(remote, "old");
        using var clone = Checkout(remote, "main");

        Assert.Empty(await Fetch(clone, also: new WantedBaseline(anchor, [Model])));

        Assert.Equal(["first model", "old model", "old rows"], Stored(clone).Select(File.ReadAllText).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_object_that_came_half_is_fetched_again()
    {
        using var remote = Remote();
        _ = Grow(remote, "old");
        using var clone = Checkout(remote, "main");
        Assert.Empty(await Fetch(clone));

        // git-lfs may have linked it to the remote's own.
        var half = Stored(clone)[0];
        File.Delete(half);
        File.WriteAllText(half, "o");

        Assert.Empty(await Fetch(clone));

        Assert.NotEqual(1, new FileInfo(half).Length);
    }

    [Fact]
    public async Task No_setting_of_the_repository_keeps_a_large_file_from_being_fetched()
    {
        using var remote = Remote();
        _ = remote.Write(".lfsconfig", "[lfs]\n\tfetchinclude = other\n\tfetchexclude = *\n");
        _ = Grow(remote, "only");
        using var clone = Checkout(remote, "main");
        _ = clone.Run("config", "lfs.fetchexclude", "*");

        Assert.Empty(await Fetch(clone));
        Directory.Move(remote[".git"], remote["gone"]);

        Assert.Equal("only model", await Candidate(clone, Model));
    }

    [Fact]
    public async Task An_object_that_the_server_does_not_have_is_a_coded_finding()
    {
        using var remote = Remote();
        _ = Grow(remote, "old");
        foreach (var stored in Stored(remote))
        {
            File.Delete(stored);
        }

        using var clone = Checkout(remote, "main");

        var problem = Assert.Single(await Fetch(clone));

        Assert.Equal(("MLG1035", ExitCode.Environment), (problem.Code, Verdict.ExitOf(problem)));
        Assert.Contains("git reported: failed to fetch some objects", problem.Message, StringComparison.Ordinal);
        Assert.Equal("MLG1003", (await clone.Problem("m.bin")).Code);
    }

    [Fact]
    public async Task Without_git_lfs_the_finding_says_what_to_install()
    {
        // Arrange: pointers as git-lfs writes them, made without it
        using var remote = new TestRepository();
        _ = remote.Write("m.bin", $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('1', 64)}\nsize 5\n");
        _ = remote.Commit();
        using var clone = Checkout(remote, "main");

        // Act
        var problem = Assert.Single(await Fetch(clone, path: Path.Combine(Path.GetTempPath(), "mlgate-no-programs")));

        // Assert
        Assert.Equal("MLG1035", problem.Code);
        Assert.Contains("git-lfs", problem.Found, StringComparison.Ordinal);
        Assert.Contains("Install git-lfs", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_git_lfs_that_the_repository_brings_is_not_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell script is no program there.");
        using var remote = new TestRepository();
        _ = remote.Write("m.bin", $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('1', 64)}\nsize 5\n");
        _ = remote.Commit();
        using var clone = Checkout(remote, "main");
        var own = clone.Write("bin/git-lfs", $"#!/bin/sh\necho yes > '{clone["pwned"]}'\n");
        File.SetUnixFileMode(own, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        _ = await Fetch(clone, path: clone["bin"] + ":bin:/usr/bin:/bin");

        Assert.False(File.Exists(clone["pwned"]));
    }

    private static TestRepository Remote()
    {
        if (Environment.GetEnvironmentVariable("MLGATE_SKIP_NOTHING") != "1")
        {
            Assert.SkipUnless(HasLfs, "git-lfs is not installed.");
        }

        var remote = new TestRepository();
        _ = remote.Run("lfs", "install", "--local");
        _ = remote.Write(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n");
        return remote;
    }

    private static bool HasLfs { get; } = Runs();

    private static bool Runs()
    {
        try
        {
            return TestRepository.RunIn(Path.GetTempPath(), "lfs", "version").Length > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // A large file that no gate names goes with them.
    private static string Grow(TestRepository remote, string what)
    {
        _ = remote.Write("m.bin", what + " model");
        _ = remote.Write("d, [1]/test.bin", what + " rows");
        _ = remote.Write("other.bin", what);
        return remote.Commit(what);
    }

    // As actions/checkout does it unless it is told otherwise.
    private static TestRepository Checkout(TestRepository remote, string branch)
    {
        var clone = new TestRepository();
        _ = clone.Run("remote", "add", "origin", "file://" + remote.Path);
        _ = clone.Run("fetch", "-q", "--no-tags", "--depth=1", "origin", $"+refs/heads/{branch}:refs/remotes/origin/{branch}");
        _ = clone.Run(
            "-c",
            "filter.lfs.smudge=",
            "-c",
            "filter.lfs.process=",
            "-c",
            "filter.lfs.required=false",
            "checkout",
            "-q",
            "--detach",
            "origin/" + branch
        );
        return clone;
    }

    private static async Task<IReadOnlyList<Finding>> Fetch(TestRepository clone, string? path = null, params WantedBaseline[] also) =>
        await new BaselineFetch(
            Settings(clone) with
            {
                SearchPath = path ?? Environment.GetEnvironmentVariable("PATH")!,
            },
            new FolderCache(clone[".git/test-cache"]),
            new FixedClock()
        ).RunAsync([new("auto", [Test, Model]), .. also], [Test, Model], ["m.bin"], default);

    private static GitSettings Settings(TestRepository clone) => clone.Settings() with { Target = "main" };

    private static async Task<(string Commit, string Content)> Baseline(TestRepository clone, Artifact artifact)
    {
        using var versions = clone.Versions(Settings(clone));
        var baseline = await versions.FindBaselineAsync("auto", artifact, CancellationToken.None);
        Assert.Empty(baseline.Problems.Select(problem => problem.Message));
        return (baseline.Value!.Commit, Content(await versions.ReadAtAsync(artifact, baseline.Value, default)));
    }

    private static async Task<string> Candidate(TestRepository clone, Artifact artifact)
    {
        using var versions = clone.Versions(Settings(clone));
        return Content(await versions.ReadCandidateAsync(artifact, false, default));
    }

    private static string Content(Result<ArtifactBytes> bytes)
    {
        Assert.Empty(bytes.Problems.Select(problem => problem.Message));
        return File.ReadAllText(Assert.Single(bytes.Value!.Files).Location);
    }

    private static IReadOnlyList<string> Stored(TestRepository repository)
    {
        var store = repository[".git/lfs/objects"];
        return Directory.Exists(store) ? [.. Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories)] : [];
    }
}
