using MlGate.Findings;
using MlGate.Git.Repositories;
using MlGate.Versions;

namespace MlGate.Git.Tests;

/// <summary>What a pull request is held against: the merge base, the target's tip, and the folder that a gate had.</summary>
public sealed class PullRequestTests
{
    private static readonly HashSet<string> Names = ["mlgate.yml"];

    private static TestRepository Branched(string format = "sha1")
    {
        var repository = new TestRepository(format: format);
        _ = repository.Write("old/mlgate.yml", "a");
        _ = repository.Write("old/m.bin", "1");
        _ = repository.Write("old/data/one.csv", "1");
        _ = repository.Write("same.txt", "1");
        _ = repository.Commit();
        _ = repository.Run("branch", "change");
        _ = repository.Write("old/m.bin", "2");
        _ = repository.Write("old/data/two.csv", "2");
        _ = repository.Commit("main goes on");
        _ = repository.Run("checkout", "-q", "change");
        return repository;
    }

    private static GitSettings Target(TestRepository repository, string folder) => repository.Settings(folder) with { Target = "main" };

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task The_targets_tip_is_told_from_the_merge_base(string format)
    {
        using var repository = Branched(format);
        using var versions = repository.Versions(Target(repository, "old"));

        var (at, tip) = (
            (await versions.FindPullRequestBaseAsync(CancellationToken.None)).Value!,
            (await versions.FindTargetTipAsync(CancellationToken.None)).Value!
        );

        Assert.Equal((repository.Run("rev-parse", "change"), "merge base with main"), (at.Commit, at.How));
        Assert.Equal((repository.Run("rev-parse", "main"), "the tip of main"), (tip.Commit, tip.How));
        Assert.Equal(
            ["m.bin", "data", "data/*.csv", "data/two.csv"],
            (
                await versions.FindChangedAsync(
                    ["mlgate.yml", "m.bin", "../same.txt", "data", "data/*.csv", "data/one.csv", "data/two.csv", "nowhere", "nowhere/*"],
                    at,
                    tip,
                    CancellationToken.None
                )
            ).Value!
        );
        Assert.Empty((await versions.FindChangedAsync(["m.bin"], at, at, CancellationToken.None)).Value!);
    }

    [Fact]
    public async Task Crosswise_merges_have_no_one_base()
    {
        using var repository = new TestRepository();
        _ = await repository.CommitModel("root");
        var weak = await Side("weak");
        _ = repository.Run("checkout", "-q", "main");
        var good = await repository.CommitModel("good");
        _ = repository.Run("merge", "-q", "-s", "ours", "--no-edit", weak);
        _ = repository.Run("checkout", "-q", "-b", "work", weak);
        _ = repository.Run("merge", "-q", "-s", "ours", "--no-edit", good);
        using var versions = repository.Versions(repository.Settings() with { Target = "main" });

        Assert.Equal(
            Diagnostics.PolicyOutdated.Code,
            Assert.Single((await versions.FindPullRequestBaseAsync(CancellationToken.None)).Problems).Code
        );
        Assert.Equal(
            Diagnostics.PolicyOutdated.Code,
            Assert.Single((await versions.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Problems).Code
        );

        // Whoever works on a branch of their own chooses nothing by it.
        using var own = repository.Versions();
        Assert.Empty((await own.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Problems);

        _ = repository.Run("merge", "-q", "-s", "ours", "--no-edit", "main");
        using var merged = repository.Versions(repository.Settings() with { Target = "main" });
        Assert.Equal(repository.Run("rev-parse", "main"), (await merged.FindPullRequestBaseAsync(CancellationToken.None)).Value!.Commit);

        async Task<string> Side(string content)
        {
            _ = repository.Run("checkout", "-q", "-b", "side");
            return await repository.CommitModel(content);
        }
    }

    [Fact]
    public async Task A_target_that_is_not_there_is_a_problem()
    {
        using var repository = Branched();
        using var versions = repository.Versions(Target(repository, "old") with { Target = "gone" });

        Assert.Equal("MLG1034", Assert.Single((await versions.FindTargetTipAsync(CancellationToken.None)).Problems).Code);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public void Files_of_a_name_are_those_of_the_whole_repository(string format)
    {
        using var repository = Branched(format);
        _ = repository.Write("mlgate.yml", "b");
        _ = repository.Write("old/obj/mlgate.yml", "c");
        _ = repository.Write("old/not-mlgate.yml", "d");
        if (!OperatingSystem.IsWindows())
        {
            _ = File.CreateSymbolicLink(Directory.CreateDirectory(repository["link"]).FullName + "/mlgate.yml", "../mlgate.yml");
        }

        var commit = repository.Commit();
        using var versions = repository.Versions(Target(repository, "old"));

        Assert.Equal(
            [repository["mlgate.yml"], repository["old/mlgate.yml"], repository["old/obj/mlgate.yml"]],
            versions.FilesAt(commit, Names).Value!.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_file_behind_a_link_or_in_a_repository_of_its_own_is_not_here()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        using var repository = Branched();
        _ = Directory.CreateSymbolicLink(repository["link"], "old");
        _ = Directory.CreateSymbolicLink(repository["itself"], ".");
        _ = repository.Write("inner/mlgate.yml", "d");
        _ = TestRepository.RunIn(repository["inner"], "init", "-q");
        using var versions = repository.Versions(Target(repository, "old"));

        Assert.Equal(
            [true, false, false, false, false],
            new[] { "old/mlgate.yml", "link/mlgate.yml", "itself/old/mlgate.yml", "inner/mlgate.yml", "old/gone.yml" }.Select(file =>
                versions.IsHere(repository[file])
            )
        );
    }

    [Fact]
    public async Task An_artifact_is_there_as_long_as_the_tree_or_the_commit_has_any_of_it()
    {
        using var repository = Branched();
        _ = repository.Write("old/more/one.csv", "1");
        _ = repository.Write("old/kept.bin", "1");
        _ = repository.Commit();
        Directory.Delete(repository["old/more"], recursive: true);
        _ = repository.Run("rm", "-q", "old/kept.bin");
        _ = repository.Write("old/new/two.csv", "2");
        _ = repository.Write(".gitignore", "ignored/");
        _ = repository.Write("old/ignored/one.csv", "2");
        using var versions = repository.Versions(Target(repository, "old"));

        Assert.Equal(
            [true, true, true, true, true, false, false, false, false, true],
            new[]
            {
                "more",
                "more/*.csv",
                "kept.bin",
                "new",
                "new/*.csv",
                "new/*.bin",
                "ignored",
                "nowhere",
                "nowhere/*",
                "../outside",
            }.Select(path => versions.IsThere(new Artifact(ArtifactKind.Dataset, "d", path)))
        );

        _ = repository.Commit();
        using var committed = repository.Versions(Target(repository, "old"));
        Assert.False(committed.IsThere(new Artifact(ArtifactKind.Dataset, "d", "more")));
    }

    [Fact]
    public async Task Of_a_gate_that_was_moved_commits_are_read_at_its_old_place()
    {
        using var repository = Branched();
        _ = repository.Run("mv", "old", "new");
        _ = repository.Write("new/mlgate.yml", "changed");
        _ = repository.Write("new/m.bin", "3");
        var settings = Target(repository, "new") with { EarlierFolder = repository["old"] };
        using var versions = repository.Versions(settings);
        using var files = new GitGateFiles(settings);
        var at = (await versions.FindPullRequestBaseAsync(CancellationToken.None)).Value!;
        var model = new Artifact(ArtifactKind.Model, "m", "m.bin");

        Assert.Equal(at.Commit, (await versions.FindBaselineAsync("auto", model, CancellationToken.None)).Value!.Commit);
        Assert.Equal(
            repository.Run("rev-parse", "HEAD:old/m.bin"),
            (await versions.ReadAtAsync(model, at, default)).Value!.Version.GitObjectId
        );
        Assert.Equal("m.bin", Assert.Single((await versions.ReadAtAsync(model, at, default)).Value!.Files).Name);
        Assert.Equal(("changed", "a"), (files.Read("mlgate.yml", null), files.Read("mlgate.yml", at.Commit)));
        Assert.Equal(("new", "old"), (files.FolderAt(null), files.FolderAt(at.Commit)));
        Assert.NotEqual(
            (await versions.ReadAtAsync(model, at, default)).Value!.Version,
            (await versions.ReadCandidateAsync(model, false, default)).Value!.Version
        );
    }

    [Fact]
    public async Task The_locks_of_a_gate_that_was_moved_are_those_of_its_old_place()
    {
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");
        var commit = repository.Run("rev-parse", "HEAD");
        _ = Directory.CreateDirectory(repository["new"]);
        var settings = Target(repository, "new") with { EarlierFolder = repository.Path };
        using var versions = repository.Versions(settings);
        var at = new Baseline(commit, "main", "");

        Assert.Equal(
            "MLG1008",
            Assert.Single((await versions.ReadLockAsync(TestRepository.Model, null, CancellationToken.None)).Problems).Code
        );
        Assert.Equal(
            repository.Run("rev-parse", "HEAD:m.bin"),
            (await versions.ReadLockAsync(TestRepository.Model, at, CancellationToken.None)).Value!.Version.GitObjectId
        );
    }

    [Fact]
    public void The_waivers_of_a_gate_that_was_moved_are_those_of_its_old_place()
    {
        using var repository = new TestRepository();
        _ = repository.Write("old/.mlgate/waivers/one.json", "{}");
        var commit = repository.Commit();
        _ = repository.Write("new/.mlgate/waivers/two.json", "{}");
        using var waivers = new Waivers.GitWaivers(Target(repository, "new") with { EarlierFolder = repository["old"] });

        Assert.Equal(".mlgate/waivers/one.json", Assert.Single(waivers.Read(commit)).Path);
        Assert.Equal(".mlgate/waivers/two.json", Assert.Single(waivers.Read(null)).Path);
    }

    [Fact]
    public async Task The_repository_of_a_removed_gate_is_not_looked_for_behind_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        using var repository = Branched();
        Directory.Delete(repository["old"], recursive: true);
        _ = Directory.CreateSymbolicLink(repository["old"], ".");
        _ = repository.Write("m.bin", "another");
        using var versions = repository.Versions(Target(repository, "old") with { StartFolder = repository.Path });

        Assert.Equal(
            "MLG3002",
            Assert.Single((await versions.ReadCandidateAsync(new Artifact(ArtifactKind.Model, "m", "m.bin"), false, default)).Problems).Code
        );
    }
}
