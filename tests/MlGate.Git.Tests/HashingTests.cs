using System.Security.Cryptography;

namespace MlGate.Git.Tests;

public sealed class HashingTests
{
    public static TheoryData<int> Sizes =>
        new(0, 1, 31, 1000, (1024 * 1024) - 1, 1024 * 1024, (1024 * 1024) + 1, 3_000_000, 8 * 256 * 1024);

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Both_digests_are_those_of_git_and_of_the_slow_way(int size)
    {
        using var repository = new TestRepository();
        var content = new byte[size];
        new Random(size).NextBytes(content);
        _ = repository.Write("f", content);

        var version = await repository.Version("f");

        Assert.Equal(repository.Run("hash-object", "f"), version.GitObjectId);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), version.Sha256);
        Assert.Equal(size, version.Size);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3_000_000)]
    public async Task Sha256_repositories_have_long_ids(int size)
    {
        using var repository = new TestRepository(format: "sha256");
        _ = repository.Write("d/f", new byte[size]);
        _ = repository.Commit();

        Assert.Equal(repository.Run("rev-parse", "HEAD:d/f"), (await repository.Version("d/f")).GitObjectId);
        Assert.Equal(repository.Run("rev-parse", "HEAD:d"), (await repository.Version("d")).GitObjectId);
        Assert.Equal(64, (await repository.Version("d")).GitObjectId.Length);
    }

    [Fact]
    public async Task A_folder_has_the_id_of_the_tree_that_git_would_store()
    {
        using var repository = new TestRepository();
        foreach (var name in new[] { "d/a.b/x", "d/a/x", "d/a-b/x", "d/a0", "d/ä/é", "d/z z/1", "d/sub/deep/er" })
        {
            _ = repository.Write(name, name);
        }

        File.SetUnixFileMode(repository["d/a0"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _ = repository.Commit();

        Assert.Equal(repository.Run("rev-parse", "HEAD:d"), (await repository.Version("d")).GitObjectId);
        Assert.Equal(repository.Run("rev-parse", "HEAD:d"), (await repository.Version("./d/")).GitObjectId);
        Assert.Equal(repository.Run("rev-parse", "HEAD:d/sub"), (await repository.Version("sub", "d")).GitObjectId);
    }

    [Fact]
    public async Task Ignored_files_are_not_in_the_id_but_tracked_and_new_ones_are()
    {
        using var repository = new TestRepository();
        _ = repository.Write(".gitignore", "*.tmp\n");
        _ = repository.Write("d/a", "1");
        _ = repository.Write("d/tracked.tmp", "2");
        _ = repository.Write("d/gone", "3");
        _ = repository.Run("add", "-f", "d/tracked.tmp");
        _ = repository.Commit();
        _ = repository.Write("d/ignored.tmp", "4");
        _ = repository.Write("d/new", "5");
        File.Delete(repository["d/gone"]);

        var version = await repository.Version("d");

        _ = repository.Commit();
        Assert.Equal(repository.Run("rev-parse", "HEAD:d"), version.GitObjectId);
    }

    [Fact]
    public async Task Without_the_git_program_a_folder_is_the_same()
    {
        using var repository = new TestRepository();
        _ = repository.Write(".gitignore", "*.tmp\n");
        _ = repository.Write("d/a", "1");
        _ = repository.Write("d/ignored.tmp", "4");
        _ = repository.Commit();
        using var versions = repository.Versions(repository.Settings() with { GitProgram = null });

        var version = await versions.ReadCandidateAsync(TestRepository.Data("d"), false, default);

        Assert.Equal(repository.Run("rev-parse", "HEAD:d"), version.Value?.Version.GitObjectId);
    }

    [Fact]
    public async Task A_glob_is_the_tree_of_its_matches()
    {
        using var repository = new TestRepository();
        foreach (var name in new[] { "d/1.csv", "d/x/2.csv", "d/3.txt" })
        {
            _ = repository.Write(name, name);
        }

        _ = repository.Commit();
        using var versions = repository.Versions();

        var flat = (await versions.ReadCandidateAsync(TestRepository.Data("d/*.csv"), false, default)).Value!;
        var deep = (await versions.ReadCandidateAsync(TestRepository.Data("d/**/*.csv"), false, default)).Value!;

        Assert.Equal(["d/1.csv"], flat.Files.Select(file => file.Name));
        Assert.Equal(["d/1.csv", "d/x/2.csv"], deep.Files.Select(file => file.Name));
        _ = repository.Run("rm", "-q", "d/3.txt");
        _ = repository.Commit();
        Assert.Equal(repository.Run("rev-parse", "HEAD:d"), deep.Version.GitObjectId);
        var before = (await versions.ReadAtAsync(TestRepository.Data("d/**/*.csv"), new("HEAD~1", "x", "x"), default)).Value!;
        Assert.Equal(deep.Version, before.Version);
    }

    [Fact]
    public async Task A_folder_is_the_hash_of_its_sorted_lines()
    {
        using var repository = new TestRepository();
        _ = repository.Write("d/b", "1");
        _ = repository.Write("d/a", "22");
        static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        var lines = new[] { $"{Hash("1")} 1 d/b\n", $"{Hash("22")} 2 d/a\n" }.Order(StringComparer.Ordinal);

        var version = await repository.Version("d");

        Assert.Equal(Hash(string.Concat(lines)), version.Sha256);
        Assert.Equal(3, version.Size);
    }

    [Fact]
    public async Task Many_small_files_are_the_same_for_any_order()
    {
        using var repository = new TestRepository();
        for (var file = 0; file < 500; file++)
        {
            _ = repository.Write($"d/{file % 7}/{file}", new string('x', file));
        }

        _ = repository.Commit();

        Assert.Equal(repository.Run("rev-parse", "HEAD:d"), (await repository.Version("d")).GitObjectId);
    }

    [Fact]
    public async Task Outside_of_a_repository_versions_still_work()
    {
        using var folder = new TestRepository(init: false);
        _ = folder.Write("d/f", "hello\n");
        using var versions = folder.Versions();

        Assert.Equal("ce013625030ba8dba906f756967f9e9ca394464a", (await folder.Version("d/f")).GitObjectId);
        Assert.Null(versions.Checkout.Commit);
        Assert.Equal(
            "MLG1030",
            Assert.Single((await versions.FindBaselineAsync("auto", TestRepository.Data("d"), CancellationToken.None)).Problems).Code
        );
        Assert.Equal(
            "MLG1033",
            Assert.Single((await versions.FindBaselineAsync("v1", TestRepository.Data("d"), CancellationToken.None)).Problems).Code
        );
    }
}
