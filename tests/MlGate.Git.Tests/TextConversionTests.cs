using System.Security.Cryptography;
using System.Text;

namespace MlGate.Git.Tests;

public sealed class TextConversionTests
{
    private static readonly Dictionary<string, byte[]> Contents = new()
    {
        ["lf.txt"] = "a\nb\n"u8.ToArray(),
        ["crlf.txt"] = "a\r\nb\r\n"u8.ToArray(),
        ["mixed.txt"] = "a\r\nb\nc\r\n"u8.ToArray(),
        ["lone.txt"] = "a\rb\r\nc\r"u8.ToArray(),
        ["double.txt"] = "a\r\r\nb\r\n"u8.ToArray(),
        ["zero.txt"] = "a\0\r\nb\r\n"u8.ToArray(),
        ["controls.txt"] = "\u0001\u0002\u0003\r\nb\r\n"u8.ToArray(),
        ["eof.txt"] = "a lot of text that is plain\r\n\u001a"u8.ToArray(),
        ["large.txt"] = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("some text, row after row\r\n", 100_000))),
        ["large-end.txt"] = Encoding.UTF8.GetBytes(new string('x', (1024 * 1024) - 1) + "\r\n" + new string('x', 2_000_000) + "\r"),
        ["empty.txt"] = [],
    };

    public static TheoryData<string> Attributes =>
        new(
            "",
            "* text=auto",
            "*.txt text",
            "*.txt -text",
            "*.txt eol=lf",
            "*.txt text eol=crlf",
            "*.txt crlf",
            "*.txt -crlf",
            "*.txt binary",
            "*.txt text=auto eol=crlf",
            "[attr]mine text\n*.txt mine"
        );

    [Theory]
    [MemberData(nameof(Attributes))]
    public async Task The_id_is_that_of_git_under_every_attribute(string attributes)
    {
        using var repository = new TestRepository();
        _ = repository.Write(".gitattributes", attributes + "\n");
        await AssertSame(repository);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("input")]
    [InlineData("false")]
    public async Task The_id_is_that_of_git_under_core_autocrlf(string value)
    {
        using var repository = new TestRepository();
        _ = repository.Run("config", "core.autocrlf", value);
        await AssertSame(repository);
    }

    [Fact]
    public async Task A_nested_attributes_file_counts()
    {
        using var repository = new TestRepository();
        _ = repository.Write("d/e/.gitattributes", "x.csv text\n");
        _ = repository.Write("d/e/x.csv", "1\r\n2\r\n");
        _ = repository.Write("d/x.csv", "1\r\n2\r\n");

        var version = await repository.Version("d");

        _ = repository.Commit();
        Assert.Equal(repository.Run("rev-parse", "HEAD:d"), version.GitObjectId);
        Assert.NotEqual((await repository.Version("d/x.csv")).GitObjectId, (await repository.Version("d/e/x.csv")).GitObjectId);
    }

    [Fact]
    public async Task Under_text_auto_a_file_with_returns_in_the_index_is_left_alone()
    {
        using var repository = new TestRepository();
        _ = repository.Write("x.csv", "1\r\n2\r\n");
        _ = repository.Commit();
        _ = repository.Write(".gitattributes", "* text=auto\n");
        _ = repository.Write("x.csv", "1\r\n3\r\n");

        var version = await repository.Version("x.csv");

        _ = repository.Commit();
        Assert.Equal(repository.Run("rev-parse", "HEAD:x.csv"), version.GitObjectId);
    }

    [Fact]
    public async Task Other_filters_are_gits_own()
    {
        using var repository = new TestRepository();
        _ = repository.Run("config", "filter.upper.clean", "tr a-z A-Z");
        _ = repository.Write(".gitattributes", "*.up filter=upper\n*.id ident\n*.wide working-tree-encoding=UTF-16\n");
        _ = repository.Write("a.up", "abc\n");
        _ = repository.Write("a.id", "$Id: 123 $\n");
        _ = repository.Write("a.wide", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("wide\n")).ToArray());

        foreach (var name in new[] { "a.up", "a.id", "a.wide" })
        {
            Assert.Equal(repository.Run("hash-object", name), (await repository.Version(name)).GitObjectId);
        }
    }

    [Fact]
    public async Task Without_the_git_program_attributes_are_a_coded_finding()
    {
        using var repository = new TestRepository();
        _ = repository.Write(".gitattributes", "* text=auto\n");
        _ = repository.Write("x.csv", "1\r\n");

        var problem = await repository.Problem("x.csv", repository.Settings() with { GitProgram = null });

        Assert.Equal("MLG1033", problem.Code);
        Assert.Contains("git not found", problem.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nb\r\n", "a\nb\n", true)]
    [InlineData("a\nb\n", "a\r\nb\r\n", true)]
    [InlineData("a\r\nb\n", "a\nb\n", true)]
    [InlineData("a\r\nc\r\n", "a\nb\n", false)]
    [InlineData("a\rb\n", "a\nb\n", false)]
    public void Line_endings_are_told_from_content(string now, string locked, bool expected)
    {
        using var repository = new TestRepository(init: false);
        var path = repository.Write("x", now);

        var only = Hashing.LineEndings.OnlyDifference(
            path,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(locked))),
            default
        );

        Assert.Equal(expected, only);
    }

    private static async Task AssertSame(TestRepository repository)
    {
        foreach (var (name, content) in Contents)
        {
            _ = repository.Write(name, content);
        }

        using var versions = repository.Versions();
        foreach (var (name, content) in Contents)
        {
            var version = (await versions.ReadCandidateAsync(TestRepository.Data(name), false, default)).Value!.Version;
            Assert.Equal((name, repository.Run("hash-object", name)), (name, version.GitObjectId));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), version.Sha256);
        }
    }
}
