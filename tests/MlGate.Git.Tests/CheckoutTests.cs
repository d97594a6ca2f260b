using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Git.Tests;

public sealed class CheckoutTests
{
    [Theory]
    [InlineData("sha1", false)]
    [InlineData("sha256", false)]
    [InlineData("sha1", true)]
    public async Task Head_is_read_without_git(string format, bool pack)
    {
        using var repository = new TestRepository(format: format);
        var commit = await repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "-b", "feature/x");
        if (pack)
        {
            _ = repository.Run("pack-refs", "--all");
        }

        using var versions = repository.Versions(repository.Settings() with { GitProgram = null, Target = "main" });

        Assert.Equal(new Checkout(commit, "feature/x", "main"), versions.Checkout);
    }

    [Fact]
    public async Task A_detached_head_has_no_branch()
    {
        using var repository = new TestRepository();
        var commit = await repository.CommitModel("1");
        _ = repository.Run("checkout", "-q", "--detach");
        using var versions = repository.Versions();

        Assert.Equal(new Checkout(commit, null, null), versions.Checkout);
    }

    [Fact]
    public async Task Known_versions_load_no_libgit2()
    {
        using var repository = new TestRepository();
        _ = repository.Write("d/f", "1");
        var commit = await repository.CommitModel("1");
        using var versions = repository.Versions();

        _ = await versions.ReadCandidateAsync(TestRepository.Data("d"), true, default);
        _ = await versions.ReadLockAsync(TestRepository.Model, null, CancellationToken.None);
        _ = await versions.ReadCodeAsync("d", default);

        Assert.Equal(commit, versions.Checkout.Commit);
        Assert.False(versions.HasOpenedHistory);
    }

    [Fact]
    public void Gate_files_are_read_here_and_at_a_commit()
    {
        using var repository = new TestRepository();
        _ = repository.Write("policy/base.yml", "1");
        _ = repository.Write("gate/mlgate.yml", "a");
        var first = repository.Commit();
        _ = repository.Write("policy/base.yml", "2");
        _ = File.CreateSymbolicLink(repository["gate/link"], "/etc/hostname");
        using var files = new GitGateFiles(repository.Settings("gate"));

        Assert.Equal("2", files.Read("../policy/base.yml", null));
        Assert.Equal("1", files.Read("../policy/base.yml", first));
        Assert.Equal("a", files.Read("mlgate.yml", first));
        Assert.Null(files.Read("absent", null));
        Assert.Null(files.Read("absent", first));
        Assert.Null(files.Read("../policy", null));
        Assert.Null(files.Read("../policy", first));
        foreach (var path in new[] { "../../x", "/etc/hostname", "link", "C:\\x", "" })
        {
            _ = Assert.Throws<PathOutsideException>(() => files.Read(path, null));
        }
    }
}
