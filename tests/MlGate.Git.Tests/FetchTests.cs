using MlGate.Findings;
using MlGate.Git.Baselines;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Git.Tests;

/// <summary>Clones as build servers make them, with a remote that is taken away before anything is read.</summary>
public sealed class FetchTests
{
    private static Artifact Model => TestRepository.Model;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AMergeCommitOfAPullRequestGetsItsBaselineAndItsFiles(bool mayFilter)
    {
        using var remote = new TestRepository();
        if (mayFilter)
            _ = remote.Run("config", "uploadpack.allowFilter", "true");
        Grow(remote, 5);
        var fork = remote.CommitModel("old");
        Grow(remote, 60);
        _ = remote.Run("checkout", "-q", "-b", "work", fork);
        _ = remote.CommitModel("new");
        _ = remote.Run("checkout", "-q", "--detach", "main");
        _ = remote.Run("merge", "-q", "--no-ff", "-m", "merge", "work");
        _ = remote.Run("update-ref", "refs/pull/7/merge", "HEAD");
        var expected = remote.Run("rev-parse", "main");
        _ = remote.Run("checkout", "-q", "main");
        Grow(remote, 3);
        using var clone = Checkout(remote, "refs/pull/7/merge");

        Assert.Equal("MLG1031", Problem(clone, "main").Code);
        Assert.Empty(Fetch(clone, "main"));
        Remove(remote);

        Assert.Equal((expected, "old"), Read(clone, "main"));
        Assert.Equal(0, Count(clone, "HEAD..refs/remotes/pull/7/merge"));
        Assert.NotEqual(0, Count(clone, "HEAD"));
        Assert.True(File.Exists(clone[".git/shallow"]) || !mayFilter || Count(clone, "HEAD") >= 60);
    }

    [Fact]
    public void ABranchThatLeftLongAgoIsFollowedBack()
    {
        using var remote = new TestRepository();
        Grow(remote, 200);
        var fork = remote.CommitModel("old");
        Grow(remote, 60);
        _ = remote.Run("checkout", "-q", "-b", "work", fork);
        _ = remote.CommitModel("new");
        _ = remote.Run("checkout", "-q", "main");
        using var clone = Checkout(remote, "refs/heads/work");

        Assert.Empty(Fetch(clone, "main"));
        Remove(remote);

        Assert.Equal((fork, "old"), Read(clone, "main"));
        Assert.True(File.Exists(clone[".git/shallow"]), "All of the history came, which was not needed.");
    }

    [Fact]
    public void AnOldCommonCommitIsNotTakenForTheMergeBase()
    {
        using var remote = new TestRepository();
        var old = remote.CommitModel("old");
        _ = remote.Run("checkout", "-q", "-b", "short");
        _ = remote.Commit("short");
        _ = remote.Run("checkout", "-q", "main");
        Grow(remote, 4);
        var newer = remote.CommitModel("newer");
        _ = remote.Run("checkout", "-q", "-b", "long");
        Grow(remote, 8);
        _ = remote.Run("checkout", "-q", "-b", "work", "short");
        _ = remote.Run("merge", "-q", "--no-ff", "-m", "merge", "long");
        _ = remote.CommitModel("new");
        _ = remote.Run("checkout", "-q", "main");
        Grow(remote, 1);
        using var clone = Checkout(remote, "refs/heads/work");
        foreach (var name in new[] { "main", "work" })
            _ = clone.Run("fetch", "-q", "--depth=8", "origin", $"+refs/heads/{name}:refs/remotes/origin/{name}");
        Assert.Equal(old, clone.Run("merge-base", "HEAD", "origin/main"));

        Assert.Equal("MLG1031", Problem(clone, "main").Code);
        Assert.Empty(Fetch(clone, "main"));
        Remove(remote);

        Assert.Equal((newer, "newer"), Read(clone, "main"));
    }

    [Fact]
    public void APushThatDidNotChangeTheModelGoesBackToItsLastChange()
    {
        using var remote = new TestRepository();
        _ = remote.Run("config", "uploadpack.allowFilter", "true");
        var first = remote.CommitModel("old");
        _ = remote.CommitModel("new");
        Grow(remote, 120);
        using var clone = Checkout(remote, "refs/heads/main");

        Assert.Equal("MLG1031", Problem(clone).Code);
        Assert.Empty(Fetch(clone));
        Remove(remote);

        Assert.Equal((first, "old"), Read(clone));
    }

    [Fact]
    public void ADefaultBranchOfAnyNameIsAskedFor()
    {
        using var remote = new TestRepository();
        _ = remote.Run("checkout", "-q", "-b", "trunk");
        var first = remote.CommitModel("old");
        _ = remote.Run("checkout", "-q", "-b", "work");
        _ = remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/work");
        _ = remote.Run("checkout", "-q", "trunk");

        Assert.Empty(Fetch(clone));
        Remove(remote);

        Assert.Equal((first, "old"), Read(clone));
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("release/1")]
    [InlineData("origin/release/1")]
    public void RefsThatTheGateNamesAreFetched(string name)
    {
        using var remote = new TestRepository();
        _ = remote.Run("config", "uploadpack.allowFilter", "true");
        var first = remote.CommitModel("old");
        _ = name == "v1" ? remote.Run("tag", "-a", "v1", "-m", "x") : remote.Run("branch", "release/1");
        Grow(remote, 10);
        _ = remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/main");

        Assert.Empty(Fetch(clone, null, name));
        Remove(remote);

        Assert.Equal((first, "old"), Read(clone, null, name));
    }

    [Fact]
    public void ACommitThatTheGateNamesIsFetchedAndOneThatIsNowhereIsNot()
    {
        using var remote = new TestRepository();
        var first = remote.CommitModel("old");
        Grow(remote, 10);
        _ = remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/main");

        Assert.Empty(Fetch(clone, null, first));
        Assert.Equal("MLG1035", Assert.Single(Fetch(clone, null, new string('0', 39) + "1")).Code);
        Remove(remote);

        Assert.Equal((first, "old"), Read(clone, null, first));
    }

    [Theory]
    [InlineData("a$(touch${IFS}pwned)")]
    [InlineData("--upload-pack=touch${IFS}pwned;")]
    [InlineData("`touch\tpwned`")]
    [InlineData("x:refs/heads/main")]
    [InlineData("*")]
    [InlineData("a\"b'c")]
    public void ANameIsNeverMoreThanAName(string target)
    {
        using var remote = new TestRepository();
        var first = remote.CommitModel("old");
        var isName = !target.Any(letter => letter is '\t' or ':' or '*');
        if (isName)
            _ = remote.Run("update-ref", "refs/heads/" + target, "HEAD");
        Grow(remote, 3);
        using var clone = Checkout(remote, "refs/heads/main");

        Assert.Empty(Fetch(clone, target));

        foreach (var folder in new[] { clone.Path, remote.Path })
            Assert.DoesNotContain("pwned", Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
        Assert.Equal(
            isName ? 1 : 0,
            clone
                .Run("for-each-ref", "refs/remotes/origin")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Count(line => line.EndsWith("refs/remotes/origin/" + target, StringComparison.Ordinal))
        );
        if (isName)
            Assert.Equal(first, Read(clone, target).Commit);
        else
            Assert.Equal("MLG1031", Problem(clone, target).Code);
    }

    [Fact]
    public void AWholeCloneAsksNoServer()
    {
        using var remote = new TestRepository();
        var first = remote.CommitModel("old");
        using var clone = new TestRepository(init: false);
        _ = clone.Run("clone", "-q", "file://" + remote.Path, ".");
        _ = clone.Run("checkout", "-q", "-b", "work");
        _ = clone.CommitModel("new");
        Remove(remote);

        Assert.Empty(Fetch(clone, "main"));

        Assert.Equal((first, "old"), Read(clone, "main"));
    }

    [Fact]
    public void HistoryThatIsThereIsNotCutOff()
    {
        using var remote = new TestRepository();
        _ = remote.CommitModel("old");
        Grow(remote, 30);
        _ = remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/main", depth: 20);
        _ = clone.Run("update-ref", "-d", "refs/remotes/origin/main");

        Assert.Empty(Fetch(clone, "main"));

        Assert.True(Count(clone, "HEAD") >= 20);
        Assert.Equal("old", Read(clone, "main").Content);
    }

    [Fact]
    public void ANetworkThatIsGoneIsACodedFindingAndTheCheckSaysWhatIsMissing()
    {
        using var remote = new TestRepository();
        Grow(remote, 2);
        _ = remote.CommitModel("old");
        Grow(remote, 2);
        using var clone = Checkout(remote, "refs/heads/main");
        Remove(remote);

        var problem = Assert.Single(Fetch(clone, "main"));

        Assert.Equal(("MLG1035", ExitCode.Environment), (problem.Code, Verdict.ExitOf(problem)));
        Assert.Contains("git said: '", problem.Message, StringComparison.Ordinal);
        Assert.Contains("fetch-depth: 0", problem.Fix, StringComparison.Ordinal);
        Assert.Equal("MLG1031", Problem(clone, "main").Code);
    }

    [Fact]
    public void APasswordInAnAddressIsNotRepeated()
    {
        using var remote = new TestRepository();
        _ = remote.CommitModel("old");
        using var clone = Checkout(remote, "refs/heads/main");
        _ = clone.Run("remote", "set-url", "origin", "http://bot:s3cret@127.0.0.1:9/x.git");

        var problem = Assert.Single(Fetch(clone, "main"));

        Assert.Equal("MLG1035", problem.Code);
        Assert.DoesNotContain("s3cret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALimitOfTimeIsKept()
    {
        using var remote = new TestRepository();
        _ = remote.CommitModel("old");
        using var clone = Checkout(remote, "refs/heads/main");

        var problem = Assert.Single(
            new BaselineFetch(clone.Settings() with { Target = "main" }, new FolderCache(clone[".git/c"]), new FixedClock())
            {
                Within = TimeSpan.Zero,
            }.Run([new("auto", [Model])], [Model], [], default)
        );

        Assert.Equal("MLG1035", problem.Code);
    }

    [Fact]
    public void OutsideOfRepositoriesAndWithoutARemoteThereIsNothingToFetch()
    {
        using var none = new TestRepository(init: false);
        using var alone = new TestRepository();
        _ = alone.CommitModel("1");

        Assert.Empty(Fetch(none, "main"));
        Assert.Empty(Fetch(alone, "main"));
    }

    [Theory]
    [InlineData("merge_group", "refs/heads/gh-readonly-queue/main/pr-7-0123456789", "main")]
    [InlineData("merge_group", "refs/heads/gh-readonly-queue/release/1/pr-7-0123456789", "release/1")]
    [InlineData("merge_group", "refs/heads/gh-readonly-queue/pr-7-0123456789", null)]
    [InlineData("push", "refs/heads/gh-readonly-queue/main/pr-7-0123456789", null)]
    public void AMergeQueueIsForTheBranchThatItIsNamedAfter(string @event, string name, string? expected) =>
        Assert.Equal(
            expected,
            GitSettings
                .From("/x", asked => asked switch
                    {
                        "GITHUB_EVENT_NAME" => @event,
                        "GITHUB_REF" => name,
                        _ => null,
                    })
                .Target
        );

    [Fact]
    public void WaiversOfTheBaseComeToo()
    {
        using var remote = new TestRepository();
        _ = remote.Run("config", "uploadpack.allowFilter", "true");
        _ = remote.Write(".mlgate/waivers/one.json", "{}");
        var fork = remote.CommitModel("old");
        Grow(remote, 5);
        _ = remote.Run("checkout", "-q", "-b", "work", fork);
        File.Delete(remote[".mlgate/waivers/one.json"]);
        _ = remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/work");

        Assert.Empty(Fetch(clone, "main"));
        Remove(remote);

        Assert.Equal("{}", clone.Run("cat-file", "-p", fork + ":.mlgate/waivers/one.json"));
    }

    [Fact]
    public void NoHookOfTheCheckoutIsRun()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the hook is a shell script");
        using var remote = new TestRepository();
        _ = remote.CommitModel("old");
        Grow(remote, 5);
        _ = remote.Run("checkout", "-q", "-b", "work");
        _ = remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/work");
        var hook = clone.Write(".husky/reference-transaction", "#!/bin/sh\ntouch pwned\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _ = clone.Run("config", "core.hooksPath", ".husky");

        Assert.Empty(Fetch(clone, "main"));

        Assert.Equal("old", Read(clone, "main").Content);
        Assert.False(File.Exists(clone["pwned"]));
    }

    // As actions/checkout does it.
    private static TestRepository Checkout(TestRepository remote, string reference, int depth = 1)
    {
        var clone = new TestRepository();
        var kept = reference.StartsWith("refs/pull/", StringComparison.Ordinal)
            ? "refs/remotes/pull/7/merge"
            : "refs/remotes/origin/" + reference["refs/heads/".Length..];
        _ = clone.Run("remote", "add", "origin", "file://" + remote.Path);
        _ = clone.Run("fetch", "-q", "--no-tags", "--depth=" + depth, "origin", "+" + remote.Run("rev-parse", reference) + ":" + kept);
        _ = clone.Run("checkout", "-q", "--detach", kept);
        return clone;
    }

    private static void Grow(TestRepository repository, int commits)
    {
        for (var commit = 0; commit < commits; commit++)
            _ = repository.Run("commit", "-q", "--allow-empty", "-m", Guid.NewGuid().ToString());
    }

    private static IReadOnlyList<Finding> Fetch(TestRepository clone, string? target = null, string wanted = "auto") =>
        new BaselineFetch(clone.Settings() with { Target = target }, new FolderCache(clone[".git/test-cache"]), new FixedClock()).Run(
            [new(wanted, [Model])],
            [Model],
            ["m.bin"],
            default
        );

    private static (string Commit, string Content) Read(TestRepository clone, string? target = null, string wanted = "auto")
    {
        using var versions = clone.Versions(clone.Settings() with { Target = target });
        var baseline = versions.Baseline(wanted, Model);
        Assert.Empty(baseline.Problems.Select(problem => problem.Message));
        var bytes = versions.At(Model, baseline.Value!, default);
        Assert.Empty(bytes.Problems.Select(problem => problem.Message));
        Assert.Empty(versions.Lock(Model, baseline.Value).Problems);
        return (baseline.Value!.Commit, File.ReadAllText(bytes.Value!.Files[0].Location));
    }

    private static Finding Problem(TestRepository clone, string? target = null)
    {
        using var versions = clone.Versions(clone.Settings() with { Target = target });
        return Assert.Single(versions.Baseline("auto", Model).Problems);
    }

    private static int Count(TestRepository clone, string range) =>
        int.Parse(clone.Run("rev-list", "--count", range), System.Globalization.CultureInfo.InvariantCulture);

    private static void Remove(TestRepository remote) => Directory.Move(remote[".git"], remote["gone"]);
}
