using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Git.Tests;

/// <summary>Finds baselines in a repository.</summary>
internal static class Baselines
{
    public static Artifact Model => TestRepository.Model;

    public static async Task<(string Commit, string How)> Auto(TestRepository repository, string? target = null)
    {
        using var versions = repository.Versions(repository.Settings() with { Target = target });
        var found = await versions.FindBaselineAsync("auto", Model, CancellationToken.None);
        Assert.Empty(found.Problems.Select(problem => problem.Message));
        return (found.Value!.Commit, found.Value.How);
    }

    public static TestRepository Clone(TestRepository from, params string[] options) => CloneFrom("file://" + from.Path, options);

    public static TestRepository CloneFrom(string url, params string[] options)
    {
        var clone = new TestRepository(init: false);
        _ = clone.Run(["clone", "-q", .. options, url, "."]);
        return clone;
    }

    public static async Task<Finding> Problem(TestRepository repository, string? target = null)
    {
        using var versions = repository.Versions(repository.Settings() with { Target = target });
        return Assert.Single((await versions.FindBaselineAsync("auto", Model, CancellationToken.None)).Problems);
    }
}
