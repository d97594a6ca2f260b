using System.Security.Cryptography;
using System.Text;
using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Git.Tests;

public sealed class LfsTests
{
    private const string Content = "a large file";

    private static readonly string Oid = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));

    private static readonly string Pointer = $"version https://git-lfs.github.com/spec/v1\noid sha256:{Oid}\nsize {Content.Length}\n";

    private static readonly string Stored = $".git/lfs/objects/{Oid[..2]}/{Oid[2..4]}/{Oid}";

    [Fact]
    public async Task A_pointer_stands_for_the_content_in_the_local_store()
    {
        using var repository = new TestRepository();
        _ = repository.Write("m.bin", Pointer);
        _ = repository.Write(Stored, Content);
        using var versions = repository.Versions();

        var bytes = (await versions.ReadCandidateAsync(TestRepository.Model, false, default)).Value!;

        Assert.Equal(new ArtifactVersion(repository.Run("hash-object", "m.bin"), Oid, Content.Length), bytes.Version);
        Assert.Equal(Content, File.ReadAllText(Assert.Single(bytes.Files).Location));
    }

    [Fact]
    public async Task A_pulled_file_has_the_same_version_as_its_pointer()
    {
        using var repository = new TestRepository();
        _ = repository.Write(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n");
        _ = repository.Write("m.bin", Content);
        _ = repository.Write("empty.bin", "");
        _ = repository.Write("p.bin", Pointer);
        _ = repository.Write(Stored, Content);

        Assert.Equal(await repository.Version("p.bin"), await repository.Version("m.bin"));
        Assert.Equal("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", (await repository.Version("empty.bin")).GitObjectId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another file")]
    public async Task A_missing_or_damaged_object_names_the_command_that_fetches_it(string? stored)
    {
        using var repository = new TestRepository();
        _ = repository.Write("d/m.bin", Pointer);
        if (stored is not null)
        {
            _ = repository.Write(Stored, stored);
        }

        var problem = await repository.Problem("d/m.bin");

        Assert.Equal(("MLG1003", ExitCode.Integrity), (problem.Code, Verdict.ExitOf(problem)));
        Assert.Contains("git lfs pull --include=d/m.bin", problem.Fix, StringComparison.Ordinal);
        Assert.Contains(Oid, problem.Found, StringComparison.Ordinal);
        Assert.Equal("MLG1003", (await repository.Problem("d")).Code);
    }

    [Fact]
    public async Task The_baselines_pointer_is_resolved_too()
    {
        using var repository = new TestRepository();
        _ = repository.Write("m.bin", Pointer);
        var first = repository.Commit();
        _ = repository.Write("m.bin", "2");
        using var versions = repository.Versions();
        var baseline = new Baseline(first, "x", "x");

        var problem = Assert.Single((await versions.ReadAtAsync(TestRepository.Model, baseline, default)).Problems);
        _ = repository.Write(Stored, Content);
        var bytes = (await versions.ReadAtAsync(TestRepository.Model, baseline, default)).Value!;

        Assert.Equal("MLG1003", problem.Code);
        Assert.Contains($"git lfs fetch --include=m.bin origin {first}", problem.Fix, StringComparison.Ordinal);
        Assert.Equal(new ArtifactVersion(repository.Run("rev-parse", first + ":m.bin"), Oid, Content.Length), bytes.Version);
        Assert.Equal(Content, File.ReadAllText(bytes.Files[0].Location));
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:../../x\nsize 1\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:AA\nsize 1\n")]
    [InlineData("version https://example.com\noid sha256:{oid}\nsize 1\n")]
    [InlineData("text about version https://git-lfs.github.com/spec/v1\n")]
    public async Task What_is_no_pointer_is_content(string text)
    {
        using var repository = new TestRepository();
        _ = repository.Write("f", text.Replace("{oid}", Oid, StringComparison.Ordinal));

        Assert.Equal(repository.Run("hash-object", "f"), (await repository.Version("f")).GitObjectId);
    }
}
