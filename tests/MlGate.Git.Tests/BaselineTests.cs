using MlGate.Findings;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Git.Tests;

public sealed class BaselineTests
{
    private static Artifact Model => TestRepository.Model;

    [Fact]
    public void APullRequestIsComparedWithTheMergeBaseOfItsTarget()
    {
        using var remote = new TestRepository();
        _ = remote.CommitModel("1");
        _ = remote.Run("branch", "release");
        _ = remote.CommitModel("2");
        using var clone = Clone(remote);
        _ = clone.Run("checkout", "-q", "-b", "work", "origin/release");
        _ = clone.CommitModel("3");

        Assert.Equal((remote.Run("rev-parse", "release"), "merge base with origin/release"), Auto(clone, "release"));
        Assert.Equal((remote.Run("rev-parse", "release"), "merge base with origin/main"), Auto(clone));
    }

    [Theory]
    [InlineData("release")]
    [InlineData("origin/release")]
    [InlineData("refs/remotes/origin/release")]
    public void ATargetCanBeWrittenWithItsRemote(string target)
    {
        using var remote = new TestRepository();
        var fork = remote.CommitModel("1");
        _ = remote.Run("branch", "release");
        using var clone = Clone(remote);
        _ = clone.CommitModel("2");

        Assert.Equal((fork, "merge base with origin/release"), Auto(clone, target));
        using var versions = clone.Versions(clone.Settings() with { Target = target });
        Assert.Equal("release", versions.Checkout.Target);
    }

    [Fact]
    public void ATargetCanBeACommitAndNothingElseThatIsNoBranch()
    {
        using var repository = new TestRepository();
        var first = repository.CommitModel("1");
        _ = repository.Run("tag", "v1");
        _ = repository.CommitModel("2");

        Assert.Equal(first, Auto(repository, first).Commit);
        Assert.All(new[] { "HEAD", "HEAD~1", "v1", first[..10] }, target => Assert.Equal("MLG1034", Problem(repository, target).Code));
    }

    [Fact]
    public void TheUpstreamOfTheBranchIsNeverUsed()
    {
        using var remote = new TestRepository();
        var fork = remote.CommitModel("1");
        using var clone = Clone(remote);
        _ = clone.Run("checkout", "-q", "-b", "work");
        _ = clone.CommitModel("2");
        _ = clone.Run("push", "-q", "-u", "origin", "work");

        Assert.Equal(fork, Auto(clone).Commit);
    }

    [Fact]
    public void AfterAPushToTheDefaultBranchTheLastChangeOfTheLockCounts()
    {
        using var remote = new TestRepository();
        var first = remote.CommitModel("1");
        _ = remote.Run("config", "receive.denyCurrentBranch", "ignore");
        using var clone = Clone(remote);
        var second = clone.CommitModel("2");

        Assert.Equal((first, "merge base with origin/main"), Auto(clone));

        _ = clone.Run("push", "-q");
        _ = clone.Write("other", "x");
        _ = clone.Commit();
        _ = clone.Run("push", "-q");

        Assert.Equal((first, $"the commit before {second[..10]}, which last changed its lock"), Auto(clone));
    }

    [Fact]
    public void ALocalRepositoryComparesAChangeWithItsLastCommit()
    {
        using var repository = new TestRepository();
        var first = repository.CommitModel("1");
        Assert.Equal("MLG1030", Problem(repository).Code);

        _ = repository.Write("m.bin", "2");
        Assert.Equal((first, "the last commit, which is on main"), Auto(repository));

        _ = repository.CommitModel("2");
        Assert.Equal(first, Auto(repository).Commit);
    }

    [Fact]
    public void ALockThatChangedWithoutItsArtifactIsPassedOver()
    {
        using var repository = new TestRepository();
        var first = repository.CommitModel("1");
        _ = repository.CommitModel("2");
        _ = repository.Write(".mlgate/lock/models/m.json", File.ReadAllText(repository[".mlgate/lock/models/m.json"]) + "\n");
        _ = repository.Commit();

        Assert.Equal(first, Auto(repository).Commit);
    }

    [Fact]
    public void TheFirstLockOfAnOldFileHasNoBaseline()
    {
        using var repository = new TestRepository();
        _ = repository.Write("m.bin", "1");
        _ = repository.Commit();
        _ = repository.CommitModel("1");

        var problem = Problem(repository);

        Assert.Equal(("MLG1030", Outcome.NoBaseline), (problem.Code, problem.Outcome));
    }

    [Fact]
    public void ALocalBranchIsComparedWithWhereItLeftMain()
    {
        using var repository = new TestRepository();
        var first = repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = repository.CommitModel("2");

        Assert.Equal((first, "merge base with main"), Auto(repository));

        _ = repository.Run("checkout", "-q", "--detach");
        Assert.Equal((first, "merge base with main"), Auto(repository));
        using var versions = repository.Versions();
        Assert.Null(versions.Checkout.Branch);
    }

    [Fact]
    public void ABranchThatGitWasToldToStartWithCounts()
    {
        using var repository = new TestRepository();
        _ = repository.Run("config", "init.defaultBranch", "trunk");
        _ = repository.Run("checkout", "-q", "-b", "trunk");
        var first = repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = repository.CommitModel("2");

        Assert.Equal((first, "merge base with trunk"), Auto(repository));
    }

    [Fact]
    public void ARepositoryWithoutCommitsHasNoBaseline()
    {
        using var repository = new TestRepository();
        _ = repository.Write("m.bin", "1");
        using var versions = repository.Versions();

        Assert.Equal("MLG1030", Problem(repository).Code);
        Assert.Equal(new Checkout(null, "main", null), versions.Checkout);
    }

    [Fact]
    public void AShallowCloneNamesTheExactFix()
    {
        using var remote = new TestRepository();
        _ = remote.CommitModel("1");
        _ = remote.Run("checkout", "-q", "-b", "work");
        _ = remote.CommitModel("2");
        _ = remote.Run("checkout", "-q", "main");
        _ = remote.CommitModel("3");
        using var depthOne = Clone(remote, "--depth", "1", "--no-single-branch", "--branch", "work");
        using var oneBranch = Clone(remote, "--depth", "1", "--branch", "work");
        using var main = Clone(remote, "--depth", "1");

        foreach (var (clone, target) in new[] { (depthOne, null), (oneBranch, "main"), (main, null) })
        {
            var problem = Problem(clone, target);
            Assert.Equal(("MLG1031", ExitCode.Environment), (problem.Code, Verdict.ExitOf(problem)));
            Assert.Contains("git fetch --unshallow", problem.Fix, StringComparison.Ordinal);
            Assert.Contains("fetch-depth: 0", problem.Fix, StringComparison.Ordinal);
        }

        _ = depthOne.Run("fetch", "-q", "--unshallow");
        Assert.Equal(remote.Run("merge-base", "main", "work"), Auto(depthOne).Commit);
    }

    [Fact]
    public void AMissingTargetSaysHowToFetchIt()
    {
        using var remote = new TestRepository();
        _ = remote.CommitModel("1");
        using var clone = Clone(remote);

        var problem = Problem(clone, "gone");

        Assert.Equal("MLG1034", problem.Code);
        Assert.Contains("git fetch origin gone", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyRefCanBeNamed()
    {
        using var repository = new TestRepository();
        var first = repository.CommitModel("1");
        _ = repository.Run("tag", "-a", "v1", "-m", "x");
        _ = repository.CommitModel("2");

        foreach (var wanted in new[] { "v1", "HEAD~1", "main^", first, first[..10], "refs/tags/v1" })
        {
            Assert.Equal(first, Named(repository, wanted).Value?.Commit);
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
    public void AnUnknownRefIsDataAndSaysAWayOut(string wanted, string fix)
    {
        foreach (var format in new[] { "sha1", "sha256" })
        {
            using var repository = new TestRepository(format: format);
            _ = repository.CommitModel("1");
            _ = repository.Run("tag", "v1");

            var problem = Assert.Single(Named(repository, wanted).Problems);

            Assert.Equal(("MLG1034", ExitCode.Usage), (problem.Code, Verdict.ExitOf(problem)));
            Assert.StartsWith(fix, problem.Fix, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', problem.Message);
        }
    }

    [Theory]
    [InlineData("--upload-pack=x")]
    [InlineData("$(id)")]
    [InlineData("a\"b")]
    public void ABranchWithAnOddNameIsData(string name)
    {
        using var repository = new TestRepository();
        var first = repository.CommitModel("1");
        _ = repository.Run("update-ref", "refs/heads/" + name, "HEAD");
        _ = repository.Run("symbolic-ref", "HEAD", "refs/heads/" + name);
        _ = repository.CommitModel("2");
        using var versions = repository.Versions();

        Assert.Equal(name, versions.Checkout.Branch);
        Assert.Equal(repository.Run("rev-parse", "HEAD"), Named(repository, "refs/heads/" + name).Value?.Commit);
        Assert.Equal(first, Auto(repository).Commit);
    }

    [Theory]
    [InlineData("sha1", true)]
    [InlineData("sha1", false)]
    [InlineData("sha256", true)]
    public void TheBaselinesBytesComeFromGitAndTheWorkingTreeIsLeftAlone(string format, bool hasGit)
    {
        using var repository = new TestRepository(format: format);
        var large = new string('x', 9_000_000);
        _ = repository.Write("d/large", large);
        _ = repository.Write("d/sub/small", "s");
        var first = repository.CommitModel("1");
        var before = repository.Version("d");
        _ = repository.Write("d/large", "y");
        _ = repository.CommitModel("2");
        var status = repository.Run("status", "--porcelain");
        using var versions = repository.Versions(repository.Settings() with { GitProgram = hasGit ? TestRepository.Git : null });

        var folder = versions.At(TestRepository.Data("d"), new(first, "x", "x"), default);
        var model = versions.At(Model, new(first, "x", "x"), default);

        Assert.Empty(folder.Problems);
        Assert.Equal(before, folder.Value!.Version);
        Assert.Equal(["d/large", "d/sub/small"], folder.Value.Files.Select(file => file.Name));
        Assert.Equal(large, File.ReadAllText(folder.Value.Files[0].Location));
        Assert.Equal("1", File.ReadAllText(Assert.Single(model.Value!.Files).Location));
        Assert.Equal("y", File.ReadAllText(repository["d/large"]));
        Assert.Equal(status, repository.Run("status", "--porcelain"));
    }

    [Fact]
    public void AnArtifactThatTheBaselineLacksHasNoBaseline()
    {
        using var repository = new TestRepository();
        var first = repository.CommitModel("1");
        using var versions = repository.Versions();

        Assert.Equal("MLG1030", Assert.Single(versions.At(TestRepository.Data("absent"), new(first, "x", "x"), default).Problems).Code);
    }

    [Fact]
    public void ALinkedWorktreeHasItsOwnHeadAndTheSameHistory()
    {
        using var repository = new TestRepository();
        var first = repository.CommitModel("1");
        using var place = new TempFolder();
        _ = repository.Run("worktree", "add", "-q", "-b", "work", place["tree"]);
        File.WriteAllText(place["tree/m.bin"], "2");
        using var versions = new GitVersions(
            repository.Settings() with
            {
                GateFolder = place["tree"],
            },
            new FolderCache(place["cache"]),
            new FixedClock()
        );

        Assert.Equal(new Checkout(first, "work", null), versions.Checkout);
        Assert.Equal(first, versions.Baseline("auto", Model).Value?.Commit);
        Assert.Equal("1", File.ReadAllText(versions.At(Model, new(first, "x", "x"), default).Value!.Files[0].Location));
    }

    [Theory]
    [InlineData("blob:none")]
    [InlineData("tree:0")]
    public void APartialCloneFetchesWhatIsMissing(string filter)
    {
        using var remote = new TestRepository();
        _ = remote.Run("config", "uploadpack.allowFilter", "true");
        _ = remote.Run("config", "uploadpack.allowAnySHA1InWant", "true");
        _ = remote.Write("d/f", "1");
        var first = remote.CommitModel("1");
        _ = remote.Write("d/f", "2");
        _ = remote.CommitModel("2");
        using var clone = CloneFrom("file://" + remote.Path, "--filter=" + filter);
        using var versions = clone.Versions();

        var bytes = versions.At(TestRepository.Data("d"), new(first, "x", "x"), default);

        Assert.Empty(bytes.Problems.Select(problem => problem.Message));
        Assert.Equal("1", File.ReadAllText(bytes.Value!.Files[0].Location));
        Assert.Equal(first, versions.Baseline("auto", Model).Value?.Commit);
    }

    [Fact]
    public void ARepositoryOfSomebodyElseIsExplained()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can give files away");
        using var repository = new TestRepository();
        _ = repository.CommitModel("1");
        _ = repository.Write("m.bin", "2");
        using var give = System.Diagnostics.Process.Start("chown", ["-R", "12345", repository.Path]);
        give.WaitForExit();

        var problem = Problem(repository);

        Assert.Equal("MLG1033", problem.Code);
        Assert.Contains("safe.directory", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheGitProgramLibgit2FindsTheBaseline()
    {
        using var repository = new TestRepository();
        var first = repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "-b", "work");
        _ = repository.CommitModel("2");
        using var versions = repository.Versions(repository.Settings() with { GitProgram = null });

        Assert.Equal(first, versions.Baseline("auto", Model).Value?.Commit);
    }

    [Fact]
    public void WithoutTheGitProgramASha256RepositoryIsACodedFinding()
    {
        using var repository = new TestRepository(format: "sha256");
        _ = repository.CommitModel("1");
        using var versions = repository.Versions(repository.Settings() with { GitProgram = null });

        Assert.Equal("MLG1033", Assert.Single(versions.Baseline("main", Model).Problems).Code);
    }

    [Theory]
    [InlineData("GITHUB_BASE_REF", "main", "main")]
    [InlineData("GITHUB_BASE_REF", "", null)]
    [InlineData("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/release/1", "release/1")]
    [InlineData("SYSTEM_PULLREQUEST_TARGETBRANCH", "main", "main")]
    [InlineData("OTHER", "main", null)]
    public void TheTargetComesFromTheEnvironmentThatIsPassedIn(string name, string value, string? expected) =>
        Assert.Equal(expected, GitSettings.From("/x", asked => asked == name ? value : null).Target);

    [Fact]
    public void ASubfoldersGateReadsItsOwnPaths()
    {
        using var repository = new TestRepository();
        _ = repository.Write("a/b/data/f", "1");
        var first = repository.Commit();
        _ = repository.Write("a/b/data/f", "2");
        using var versions = repository.Versions(repository.Settings("a/b"));

        var bytes = versions.At(TestRepository.Data("data"), new(first, "x", "x"), default).Value!;

        Assert.Equal("data/f", Assert.Single(bytes.Files).Name);
        Assert.Equal(repository.Run("rev-parse", first + ":a/b/data"), bytes.Version.GitObjectId);
    }

    private static TestRepository Clone(TestRepository from, params string[] options) => CloneFrom("file://" + from.Path, options);

    private static TestRepository CloneFrom(string url, params string[] options)
    {
        var clone = new TestRepository(init: false);
        _ = clone.Run(["clone", "-q", .. options, url, "."]);
        return clone;
    }

    private static (string Commit, string How) Auto(TestRepository repository, string? target = null)
    {
        using var versions = repository.Versions(repository.Settings() with { Target = target });
        var found = versions.Baseline("auto", Model);
        Assert.Empty(found.Problems.Select(problem => problem.Message));
        return (found.Value!.Commit, found.Value.How);
    }

    private static Finding Problem(TestRepository repository, string? target = null)
    {
        using var versions = repository.Versions(repository.Settings() with { Target = target });
        return Assert.Single(versions.Baseline("auto", Model).Problems);
    }

    private static Result<Baseline> Named(TestRepository repository, string wanted)
    {
        using var versions = repository.Versions();
        return versions.Baseline(wanted, Model);
    }
}
