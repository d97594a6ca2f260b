using MlGate.Findings;
using MlGate.Git.Fetching;
using MlGate.Versions;

namespace MlGate.Git.Tests;

/// <summary>A clone as a build server makes it, and its remote.</summary>
internal static class FetchingClone
{
    public static Artifact Model => TestRepository.Model;

    // As actions/checkout does it.
    public static TestRepository Checkout(TestRepository remote, string reference, int depth = 1)
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

    public static void Grow(TestRepository repository, int commits)
    {
        for (var commit = 0; commit < commits; commit++)
        {
            _ = repository.Run("commit", "-q", "--allow-empty", "-m", Guid.NewGuid().ToString());
        }
    }

    public static async Task<IReadOnlyList<Finding>> Fetch(TestRepository clone, string? target = null, string wanted = "auto") =>
        await new BaselineFetch(
            clone.Settings() with
            {
                Target = target,
            },
            new FolderCache(clone[".git/test-cache"]),
            new FixedClock()
        ).RunAsync([new(wanted, [Model])], [Model], ["m.bin"], default);

    public static async Task<(string Commit, string Content)> Read(TestRepository clone, string? target = null, string wanted = "auto")
    {
        using var versions = clone.Versions(clone.Settings() with { Target = target });
        var baseline = await versions.FindBaselineAsync(wanted, Model, CancellationToken.None);
        Assert.Empty(baseline.Problems.Select(problem => problem.Message));
        var bytes = await versions.ReadAtAsync(Model, baseline.Value!, default);
        Assert.Empty(bytes.Problems.Select(problem => problem.Message));
        Assert.Empty((await versions.ReadLockAsync(Model, baseline.Value, CancellationToken.None)).Problems);
        return (baseline.Value!.Commit, File.ReadAllText(bytes.Value!.Files[0].Location));
    }

    public static async Task<Finding> Problem(TestRepository clone, string? target = null)
    {
        using var versions = clone.Versions(clone.Settings() with { Target = target });
        return Assert.Single((await versions.FindBaselineAsync("auto", Model, CancellationToken.None)).Problems);
    }

    public static void Remove(TestRepository remote) => Directory.Move(remote[".git"], remote["gone"]);
}
