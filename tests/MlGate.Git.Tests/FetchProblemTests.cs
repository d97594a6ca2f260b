using MlGate.Findings;
using MlGate.Git.Fetching;
using static MlGate.Git.Tests.FetchingClone;

namespace MlGate.Git.Tests;

/// <summary>What is said when nothing can be fetched, and what is never done then.</summary>
public sealed class FetchProblemTests
{
    [Theory]
    [InlineData("a$(touch${IFS}pwned)")]
    [InlineData("--upload-pack=touch${IFS}pwned;")]
    [InlineData("`touch\tpwned`")]
    [InlineData("x:refs/heads/main")]
    [InlineData("*")]
    [InlineData("a\"b'c")]
    public async Task A_name_is_never_more_than_a_name(string target)
    {
        using var remote = new TestRepository();
        var first = await remote.CommitModel("old");
        var isName = !target.Any(letter => letter is '\t' or ':' or '*');
        if (isName)
        {
            _ = remote.Run("update-ref", "refs/heads/" + target, "HEAD");
        }

        Grow(remote, 3);
        using var clone = Checkout(remote, "refs/heads/main");

        Assert.Empty(await Fetch(clone, target));

        foreach (var folder in new[] { clone.Path, remote.Path })
        {
            Assert.DoesNotContain("pwned", Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
        }

        Assert.Equal(
            isName ? 1 : 0,
            clone
                .Run("for-each-ref", "refs/remotes/origin")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Count(line => line.EndsWith("refs/remotes/origin/" + target, StringComparison.Ordinal))
        );
        if (isName)
        {
            Assert.Equal(first, (await Read(clone, target)).Commit);
        }
        else
        {
            Assert.Equal("MLG1031", (await Problem(clone, target)).Code);
        }
    }

    [Fact]
    public async Task A_network_that_is_gone_is_a_coded_finding_and_the_check_says_what_is_missing()
    {
        using var remote = new TestRepository();
        Grow(remote, 2);
        _ = await remote.CommitModel("old");
        Grow(remote, 2);
        using var clone = Checkout(remote, "refs/heads/main");
        Remove(remote);

        var problem = Assert.Single(await Fetch(clone, "main"));

        Assert.Equal(("MLG1035", ExitCode.Environment), (problem.Code, Verdict.ExitOf(problem)));
        Assert.Contains("git reported: '", problem.Message, StringComparison.Ordinal);
        Assert.Contains("fetch-depth: 0", problem.Fix, StringComparison.Ordinal);
        Assert.Equal("MLG1031", (await Problem(clone, "main")).Code);
    }

    [Fact]
    public async Task A_password_in_an_address_is_not_repeated()
    {
        using var remote = new TestRepository();
        _ = await remote.CommitModel("old");
        using var clone = Checkout(remote, "refs/heads/main");
        _ = clone.Run("remote", "set-url", "origin", "http://bot:s3cret@127.0.0.1:9/x.git");

        var problem = Assert.Single(await Fetch(clone, "main"));

        Assert.Equal("MLG1035", problem.Code);
        Assert.DoesNotContain("s3cret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_time_is_kept()
    {
        using var remote = new TestRepository();
        _ = await remote.CommitModel("old");
        using var clone = Checkout(remote, "refs/heads/main");

        var problem = Assert.Single(
            await new BaselineFetch(clone.Settings() with { Target = "main" }, new FolderCache(clone[".git/c"]), new FixedClock())
            {
                Within = TimeSpan.Zero,
            }.RunAsync([new("auto", [Model])], [Model], [], default)
        );

        Assert.Equal("MLG1035", problem.Code);
    }

    [Fact]
    public async Task Outside_of_repositories_and_without_a_remote_there_is_nothing_to_fetch()
    {
        using var none = new TestRepository(init: false);
        using var alone = new TestRepository();
        _ = await alone.CommitModel("1");

        Assert.Empty(await Fetch(none, "main"));
        Assert.Empty(await Fetch(alone, "main"));
    }

    [Fact]
    public async Task No_hook_of_the_checkout_is_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the hook is a shell script");
        using var remote = new TestRepository();
        _ = await remote.CommitModel("old");
        Grow(remote, 5);
        _ = remote.Run("checkout", "-q", "-b", "work");
        _ = await remote.CommitModel("new");
        using var clone = Checkout(remote, "refs/heads/work");
        var hook = clone.Write(".husky/reference-transaction", "#!/bin/sh\ntouch pwned\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        _ = clone.Run("config", "core.hooksPath", ".husky");

        Assert.Empty(await Fetch(clone, "main"));

        Assert.Equal("old", (await Read(clone, "main")).Content);
        Assert.False(File.Exists(clone["pwned"]));
    }
}
