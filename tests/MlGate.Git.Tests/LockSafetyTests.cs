using System.Diagnostics;
using MlGate.Git.Locks;
using MlGate.Git.Repositories;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Git.Tests;

/// <summary>Names, links and pipes that no lock is written through.</summary>
public sealed class LockSafetyTests
{
    [Theory]
    [InlineData("../x", "p")]
    [InlineData("CON", "p")]
    [InlineData("a/b", "p")]
    [InlineData("m", "../p")]
    public async Task An_unsafe_name_or_path_is_not_written(string name, string path)
    {
        using var folder = new TempFolder();
        var record = LockRecords.Full with { Artifact = new Artifact(ArtifactKind.Model, name, path) };

        Assert.Equal("MLG3001", Assert.Single(await Store(folder).WriteAsync([record], default)).Code);
        Assert.False(Directory.Exists(folder[".mlgate"]));
    }

    [Fact]
    public async Task Names_that_are_one_somewhere_are_not_written()
    {
        using var folder = new TempFolder();
        Assert.Empty(await Store(folder).WriteAsync([LockRecords.Of("m", 1)], default));

        Assert.Equal("MLG1006", Assert.Single(await Store(folder).WriteAsync([LockRecords.Of("M", 1)], default)).Code);
    }

    [Theory]
    [InlineData(".mlgate")]
    [InlineData(".mlgate/lock")]
    [InlineData(".mlgate/lock/models")]
    public async Task Nothing_is_written_or_deleted_through_a_link(string part)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var folder = new TempFolder();
        using var elsewhere = new TempFolder();
        foreach (var below in new[] { "", "models/", "lock/models/" })
        {
            elsewhere.Write(below + "old.json.1.tmp", "somebody's");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(folder[part])!);
        Directory.CreateSymbolicLink(folder[part], elsewhere.Path);

        var problem = Assert.Single(await Store(folder).WriteAsync([LockRecords.Of("m", 1)], default));

        Assert.Equal("MLG3002", problem.Code);
        Assert.Equal(3, Directory.EnumerateFiles(elsewhere.Path, "*", SearchOption.AllDirectories).Count());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("writer", "MLG3002")]
    [InlineData("writer.holder", null)]
    [InlineData(".gitignore", null)]
    public async Task A_pipe_in_the_cache_is_not_opened(string name, string? code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are those of Unix.");
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder[".mlgate/cache"]);
        using (var make = Process.Start("mkfifo", [folder[".mlgate/cache/" + name]]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var problems = await Task.Run(
            async () => await Store(folder).WriteAsync([LockRecords.Of("m", 1)], default),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(code, problems.Count == 0 ? null : Assert.Single(problems).Code);
    }

    private static LockStore Store(TempFolder folder, ILockDisk? disk = null, TimeSpan? wait = null) =>
        new(new GitSettings { GateFolder = folder.Path, WriterWait = wait ?? TimeSpan.FromSeconds(60) }, disk ?? new LockDisk());
}
