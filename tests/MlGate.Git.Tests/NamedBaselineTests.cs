using MlGate.Findings;
using MlGate.Versions;
using static MlGate.Git.Tests.Baselines;

namespace MlGate.Git.Tests;

/// <summary>A baseline that the gate file or the command line names.</summary>
public sealed class NamedBaselineTests
{
    [Fact]
    public async Task Any_ref_can_be_named()
    {
        using var repository = new TestRepository();
        var first = await repository.CommitModel("1");
        _ = repository.Run("tag", "-a", "v1", "-m", "x");
        _ = await repository.CommitModel("2");

        foreach (var wanted in new[] { "v1", "HEAD~1", "main^", first, first[..10], "refs/tags/v1" })
        {
            Assert.Equal(first, (await Named(repository, wanted)).Value?.Commit);
        }
    }

    [Theory]
    [InlineData("v2", "Did you mean 'v1'")]
    [InlineData("Main", "Did you mean 'main'")]
    [InlineData("nothing-like-it", "Fetch it first")]
    [InlineData("--upload-pack=x", "Fetch it first")]
    [InlineData("$(id)", "Fetch it first")]
    [InlineData("a\"b", "Fetch it first")]
    [InlineData("new\nline", "Fetch it first")]
    [InlineData("HEAD:m.bin", "Fetch it first")]
    public async Task An_unknown_ref_is_data_and_says_a_way_out(string wanted, string fix)
    {
        foreach (var format in new[] { "sha1", "sha256" })
        {
            using var repository = new TestRepository(format: format);
            _ = await repository.CommitModel("1");
            _ = repository.Run("tag", "v1");

            var problem = Assert.Single((await Named(repository, wanted)).Problems);

            Assert.Equal(("MLG1034", ExitCode.Usage), (problem.Code, Verdict.ExitOf(problem)));
            Assert.StartsWith(fix, problem.Fix, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', problem.Message);
        }
    }

    [Theory]
    [InlineData("--upload-pack=x")]
    [InlineData("$(id)")]
    [InlineData("a\"b")]
    public async Task A_branch_with_an_odd_name_is_data(string name)
    {
        using var repository = new TestRepository();
        var first = await repository.CommitModel("1");
        _ = repository.Run("update-ref", "refs/heads/" + name, "HEAD");
        _ = repository.Run("symbolic-ref", "HEAD", "refs/heads/" + name);
        _ = await repository.CommitModel("2");
        using var versions = repository.Versions();

        Assert.Equal(name, versions.Checkout.Branch);
        Assert.Equal(repository.Run("rev-parse", "HEAD"), (await Named(repository, "refs/heads/" + name)).Value?.Commit);
        Assert.Equal(first, (await Auto(repository)).Commit);
    }

    private static async Task<Result<Baseline>> Named(TestRepository repository, string wanted)
    {
        using var versions = repository.Versions();
        return await versions.FindBaselineAsync(wanted, Model, CancellationToken.None);
    }
}
