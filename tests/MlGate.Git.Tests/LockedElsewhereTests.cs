using MlGate.Findings;
using MlGate.Git.Locks;
using MlGate.Versions;

namespace MlGate.Git.Tests;

/// <summary>Artifacts whose lock is in git and whose bytes are not.</summary>
public sealed class LockedElsewhereTests
{
    private static readonly Artifact InSubmodule = new(ArtifactKind.Model, "m", "models/m.bin");

    [Fact]
    public async Task An_ignored_file_that_changed_has_a_baseline_without_bytes()
    {
        using var repository = Ignoring();
        _ = await repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = await repository.CommitModel("2");

        AssertNotInGit(await At(repository, TestRepository.Model), "the bytes are not in the repository");
    }

    [Fact]
    public async Task An_ignored_file_that_did_not_change_is_its_own_baseline()
    {
        using var repository = Ignoring();
        _ = await repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = repository.Write("other", "x");
        _ = repository.Commit();

        var bytes = (await At(repository, TestRepository.Model)).Value!;

        Assert.Equal("1", File.ReadAllText(Assert.Single(bytes.Files).Location));
    }

    [Fact]
    public async Task On_the_default_branch_it_is_not_compared_with_itself()
    {
        using var repository = Ignoring();
        _ = await repository.CommitModel("1");
        using (var first = repository.Versions())
        {
            Assert.Equal(
                "MLG1030",
                Assert.Single((await first.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Problems).Code
            );
        }

        _ = await repository.CommitModel("2");

        AssertNotInGit(await At(repository, TestRepository.Model), "the bytes are not in the repository");
    }

    [Fact]
    public async Task A_file_of_a_submodule_is_in_another_repository()
    {
        using var inner = new TestRepository();
        _ = inner.Write("m.bin", "1");
        _ = inner.Commit();
        using var repository = new TestRepository();
        _ = repository.Run("submodule", "add", "-q", inner.Path, "models");
        await Lock(repository);
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = repository.Write("models/m.bin", "2");
        await Lock(repository);

        AssertNotInGit(await At(repository, InSubmodule), "models is a submodule");
    }

    [Theory]
    [InlineData("models/*.bin")]
    [InlineData("mod*/m.bin")]
    [InlineData("**/m.bin")]
    public async Task A_glob_into_a_submodule_is_refused_by_its_name(string glob)
    {
        using var inner = new TestRepository();
        _ = inner.Write("m.bin", "1");
        _ = inner.Commit();
        using var repository = new TestRepository();
        _ = repository.Run("submodule", "add", "-q", inner.Path, "models");
        _ = repository.Commit();

        var problem = await repository.Problem(glob);

        Assert.Equal(("MLG3002", "models"), (problem.Code, problem.Subject));
    }

    [Fact]
    public async Task An_artifact_without_a_lock_at_the_baseline_is_new()
    {
        using var repository = Ignoring();
        var first = repository.Commit();
        _ = await repository.CommitModel("1");
        using var versions = repository.Versions();

        Assert.Equal(
            "MLG1030",
            Assert.Single((await versions.ReadAtAsync(TestRepository.Model, new(first, "x", "x"), default)).Problems).Code
        );
    }

    private static TestRepository Ignoring()
    {
        var repository = new TestRepository();
        _ = repository.Write(".gitignore", "m.bin\n");
        return repository;
    }

    private static async Task Lock(TestRepository repository)
    {
        using (var versions = repository.Versions())
        {
            var version = (await versions.ReadCandidateAsync(InSubmodule, false, default)).Value!.Version;
            Assert.Empty(
                await new LockStore(repository.Settings()).WriteAsync(
                    [new LockRecord { Artifact = InSubmodule, Version = version }],
                    default
                )
            );
        }

        _ = repository.Commit();
    }

    private static async Task<Result<ArtifactBytes>> At(TestRepository repository, Artifact artifact)
    {
        using var versions = repository.Versions();
        var baseline = await versions.FindBaselineAsync("auto", artifact, CancellationToken.None);
        Assert.Empty(baseline.Problems.Select(problem => problem.Message));
        return await versions.ReadAtAsync(artifact, baseline.Value!, default);
    }

    private static void AssertNotInGit(Result<ArtifactBytes> at, string found)
    {
        var problem = Assert.Single(at.Problems);
        Assert.Equal(("MLG1038", ExitCode.Environment), (problem.Code, Verdict.ExitOf(problem)));
        Assert.Contains(found, problem.Found, StringComparison.Ordinal);
    }
}
