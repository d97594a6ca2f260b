using MlGate.Git.Repositories;
using static MlGate.Git.Tests.FetchingClone;

namespace MlGate.Git.Tests;

/// <summary>Clones as build servers make them, with a remote that is taken away before anything is read.</summary>
public sealed class FetchTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_merge_commit_of_a_pull_request_gets_its_baseline_and_its_files(bool mayFilter)
    {
        using var remote = new TestRepository();
        if (mayFilter)
        {
            _ = remote.Run("config", "uploadpack.allowFilter", "true");
        }

        Grow(remote, 5);
        var fork = await remote.CommitModel("old");
        Grow(remote, 60);
        _ = remote.Run("checkout", "-q", "-b", "work", fork);
        _ = await remote.CommitModel("new");
        _ = remote.Run("checkout", "-q", "--detach", "main");
        _ = remote.Run("merge", "-q", "--no-ff", "-m", "merge", "work");
        _ = remote.Run("update-ref", "refs/pull/7/merge", "HEAD");
        var expected = remote.Run("rev-parse", "main");
        _ = remote.Run("checkout", "-q", "main");
        Grow(remote, 3);
        using var clone = Checkout(remote, "refs/pull/7/merge");

        Assert.Equal("MLG1031", (await Problem(clone, "main")).Code);
        Assert.Empty(await Fetch(clone, "main"));
        Remove(remote);

        Assert.Equal((expected, "old"), await Read(clone, "main"));
        Assert.Equal(0, Count(clone, "HEAD..refs/remotes/pull/7/merge"));
        Assert.NotEqual(0, Count(clone, "HEAD"));
        Assert.True(File.Exists(clone[".git/shallow"]) || !mayFilter || Count(clone, "HEAD") >= 60);
    }

    [Fact]
    public async Task A_branch_that_left_long_ago_is_followed_back()
    {
        using var remote = new TestRepository();
        Grow(remote, 200);
        var fork = await remote.CommitModel("old");
        Grow(remote, 60);
        _ = remote.Run("checkout", "-q", "-b", "work", fork);
        _ = await remote.CommitModel("new");
        _ = remote.Run("checkout", "-q", "main");
        using var clone = Checkout(remote, "refs/heads/work");

        Assert.Empty(await Fetch(clone, "main"));
        Remove(remote);

        Assert.Equal((fork, "old"), await Read(clone, "main"));
        Assert.True(File.Exists(clone[".git/shallow"]), "All of the history came, which was not needed.");
    }

    [Fact]
    public async Task An_old_common_commit_is_not_taken_for_the_merge_base()
    {
        using var remote = new TestRepository();
        var old = await remote.CommitModel("old");
        _ = remote.Run("checkout", "-q", "-b", "short");
        _ = remote.Commit("short");
        _ = remote.Run("checkout", "-q", "main");
        Grow(remote, 4);
        var newer = await remote.CommitModel("newer");
        _ = remote.Run("checkout", "-q", "-b", "long");
        Grow(remote, 8);
        _ = remote.Run("checkout", "-q", "-b", "work", "short");
        _ = remote.Run("merge", "-q", "--no-ff", "-m", "merge", "long");
        _ = await remote.CommitModel("new");
        _ = remote.Run("checkout", "-q", "main");
        Grow(remote, 1);
        using var clone = Checkout(remote, "refs/heads/work");
        foreach (var name in new[] { "main", "work" })
        {
            _ = clone.Run("fetch", "-q", "--depth=8", "origin", $"+refs/heads/{name}:refs/remotes/origin/{name}");
        }

        Assert.Equal(old, clone.Run("merge-base", "HEAD", "origin/main"));

        Assert.Equal("MLG1031", (await Problem(clone, "main")).Code);
        Assert.Empty(await Fetch(clone, "main"));
        Remove(remote);

        Assert.Equal((newer, "newer"), await Read(clone, "main"));
    }

    [Fact]
    public async Task A_push_that_did_not_change_the_model_goes_back_to_its_last_change()
    {
        using var remote = new TestRepository();
        _ = remote.Run("config", "uploadpack.allowFilter", "true");
        var first = await remote.CommitModel("old");
        _ = await remote.CommitModel("new");
        Grow(remote, 120);
        using var clone = Checkout(remote, "refs/heads/main");

        Assert.Equal("MLG1031", (await Problem(clone)).Code);
        Assert.Empty(await Fetch(clone));
        Remove(remote);

        Assert.Equal((first, "old"), await Read(clone));
    }

    [Fact]
    public async Task A_default_branch_of_any_name_is_asked_for()
    {
        using var remote = new TestRepository();
        _ = remote.Run("checkout", "-q", "-b", "trunk");
        var first = await remote.CommitModel("old");
        _ = remote.Run("checkout", "-q", "-b", "work");
        _ = await remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/work");
        _ = remote.Run("checkout", "-q", "trunk");

        Assert.Empty(await Fetch(clone));
        Remove(remote);

        Assert.Equal((first, "old"), await Read(clone));
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("release/1")]
    [InlineData("origin/release/1")]
    public async Task Refs_that_the_gate_names_are_fetched(string name)
    {
        using var remote = new TestRepository();
        _ = remote.Run("config", "uploadpack.allowFilter", "true");
        var first = await remote.CommitModel("old");
        _ = name == "v1" ? remote.Run("tag", "-a", "v1", "-m", "x") : remote.Run("branch", "release/1");
        Grow(remote, 10);
        _ = await remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/main");

        Assert.Empty(await Fetch(clone, null, name));
        Remove(remote);

        Assert.Equal((first, "old"), await Read(clone, null, name));
    }

    [Fact]
    public async Task A_commit_that_the_gate_names_is_fetched_and_one_that_is_nowhere_is_not()
    {
        using var remote = new TestRepository();
        var first = await remote.CommitModel("old");
        Grow(remote, 10);
        _ = await remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/main");

        Assert.Empty(await Fetch(clone, null, first));
        Assert.Equal("MLG1035", Assert.Single(await Fetch(clone, null, new string('0', 39) + "1")).Code);
        Remove(remote);

        Assert.Equal((first, "old"), await Read(clone, null, first));
    }

    [Fact]
    public async Task A_whole_clone_asks_no_server()
    {
        using var remote = new TestRepository();
        var first = await remote.CommitModel("old");
        using var clone = new TestRepository(init: false);
        _ = clone.Run("clone", "-q", "file://" + remote.Path, ".");
        _ = clone.Run("checkout", "-q", "-b", "work");
        _ = await clone.CommitModel("new");
        Remove(remote);

        Assert.Empty(await Fetch(clone, "main"));

        Assert.Equal((first, "old"), await Read(clone, "main"));
    }

    [Fact]
    public async Task History_that_is_there_is_not_cut_off()
    {
        using var remote = new TestRepository();
        _ = await remote.CommitModel("old");
        Grow(remote, 30);
        _ = await remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/main", depth: 20);
        _ = clone.Run("update-ref", "-d", "refs/remotes/origin/main");

        Assert.Empty(await Fetch(clone, "main"));

        Assert.True(Count(clone, "HEAD") >= 20);
        Assert.Equal("old", (await Read(clone, "main")).Content);
    }

    [Theory]
    [InlineData("merge_group", "refs/heads/gh-readonly-queue/main/pr-7-0123456789", "main")]
    [InlineData("merge_group", "refs/heads/gh-readonly-queue/release/1/pr-7-0123456789", "release/1")]
    [InlineData("merge_group", "refs/heads/gh-readonly-queue/pr-7-0123456789", null)]
    [InlineData("push", "refs/heads/gh-readonly-queue/main/pr-7-0123456789", null)]
    public void A_merge_queue_is_for_the_branch_that_it_is_named_after(string @event, string name, string? expected) =>
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
    public async Task Waivers_of_the_base_come_too()
    {
        using var remote = new TestRepository();
        _ = remote.Run("config", "uploadpack.allowFilter", "true");
        _ = remote.Write(".mlgate/waivers/one.json", "{}");
        var fork = await remote.CommitModel("old");
        Grow(remote, 5);
        _ = remote.Run("checkout", "-q", "-b", "work", fork);
        File.Delete(remote[".mlgate/waivers/one.json"]);
        _ = await remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/work");

        Assert.Empty(await Fetch(clone, "main"));
        Remove(remote);

        Assert.Equal("{}", clone.Run("cat-file", "-p", fork + ":.mlgate/waivers/one.json"));
    }

    private static int Count(TestRepository clone, string range) =>
        int.Parse(clone.Run("rev-list", "--count", range), System.Globalization.CultureInfo.InvariantCulture);
}
