using MlGate.Git.Hashing;
using MlGate.Git.Repositories;
using MlGate.Versions;

namespace MlGate.Git.Tests;

public sealed class StatCacheTests
{
    private const string Cache = ".mlgate/cache/stat";

    [Fact]
    public async Task An_unchanged_file_is_known_without_being_read()
    {
        using var repository = new TestRepository();
        var path = repository.Write("f", "1");
        var version = await Read(repository, trust: true);

        // Unreadable, even to root: only the cache can know it.
        var stamp = FileStamps.Read(path);
        var cache = StatCache.Open(repository.Path, ObjectFormat.Sha1);

        Assert.Equal(version.Sha256, cache.Find("f", stamp, 0)?.Sha256);
        Assert.Null(cache.Find("f", stamp with { Changed = stamp.Changed + 1 }, 0));
        Assert.Null(cache.Find("f", stamp with { Inode = stamp.Inode + 1 }, 0));
        Assert.Null(cache.Find("f", stamp, 1));
        Assert.Equal("*\n", File.ReadAllText(repository[".mlgate/cache/.gitignore"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_forged_cache_is_believed_only_when_it_is_trusted(bool trust)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "inodes are read on Linux");
        using var repository = new TestRepository();
        var path = repository.Write("f", "1");
        var forged = new FileDigest(new string('a', 40), new string('b', 64), 1);
        var cache = StatCache.Open(repository.Path, ObjectFormat.Sha1);
        cache.Add("f", FileStamps.Read(path), 0, forged, long.MaxValue);
        cache.Save();

        Assert.Equal(trust, (await Read(repository, trust)).Sha256 == forged.Sha256);
    }

    [Fact]
    public async Task A_restored_time_does_not_hide_a_change()
    {
        using var repository = new TestRepository();
        var path = repository.Write("f", "1");
        var time = File.GetLastWriteTimeUtc(path);
        var before = await Read(repository, trust: true);

        File.WriteAllText(path, "2");
        File.SetLastWriteTimeUtc(path, time);
        File.SetUnixFileMode(path, UnixFileMode.UserRead);

        Assert.NotEqual(before, await Read(repository, trust: true));
    }

    [Fact]
    public async Task A_fresh_file_is_not_remembered()
    {
        using var repository = new TestRepository();
        _ = repository.Write("f", "1");

        _ = await Read(repository, trust: true, new FixedClock { Now = DateTimeOffset.UtcNow });
        Assert.False(File.Exists(repository[Cache]));

        _ = await Read(repository, trust: true, new FixedClock { Now = DateTimeOffset.UtcNow.AddSeconds(10) });
        Assert.True(File.Exists(repository[Cache]));
    }

    [Fact]
    public async Task A_damaged_cache_is_empty()
    {
        using var repository = new TestRepository();
        var path = repository.Write("f", "1");
        _ = await Read(repository, trust: true);
        var content = File.ReadAllBytes(repository[Cache]);
        var stamp = FileStamps.Read(path);

        for (var at = 0; at < content.Length; at++)
        {
            var damaged = (byte[])content.Clone();
            damaged[at] ^= 0x10;
            File.WriteAllBytes(repository[Cache], damaged);
            Assert.Null(StatCache.Open(repository.Path, ObjectFormat.Sha1).Find("f", stamp, 0));
            File.WriteAllBytes(repository[Cache], content[..at]);
            Assert.Null(StatCache.Open(repository.Path, ObjectFormat.Sha1).Find("f", stamp, 0));
        }
    }

    [Fact]
    public async Task Changed_attributes_make_known_files_unknown()
    {
        using var repository = new TestRepository();
        _ = repository.Write("f", "1\r\n");
        var before = await Read(repository, trust: true);

        _ = repository.Write(".gitattributes", "f text\n");
        var after = await Read(repository, trust: true);

        Assert.NotEqual(before.GitObjectId, after.GitObjectId);
        Assert.Equal(repository.Run("hash-object", "f"), after.GitObjectId);
        Assert.Equal(after, await Read(repository, trust: true));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_no_problem()
    {
        using var repository = new TestRepository();
        _ = repository.Write("f", "1");
        _ = repository.Write(".mlgate", "a file where the folder should be");

        Assert.Equal(1, (await Read(repository, trust: true)).Size);
    }

    private static async Task<ArtifactVersion> Read(TestRepository repository, bool trust, FixedClock? clock = null)
    {
        using var versions = new GitVersions(repository.Settings(), new FolderCache(repository[".git/x"]), clock ?? new FixedClock());
        return (await versions.ReadCandidateAsync(TestRepository.Data("f"), trust, default)).Value!.Version;
    }
}
