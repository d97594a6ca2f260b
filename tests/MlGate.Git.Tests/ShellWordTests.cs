using System.Diagnostics;
using MlGate.Git.Findings;

namespace MlGate.Git.Tests;

public sealed class ShellWordTests
{
    public static TheoryData<string> Hostile =>
        [
            "a b",
            "$(touch owned)",
            "`id`",
            "it's",
            "''",
            "\"x\"",
            "a;b",
            "a&b",
            "a|b",
            "a>b",
            "a\\b",
            "a\\",
            "~",
            "~root/x",
            "*",
            "{a,b}",
            "[ab]",
            "#x",
            "!x",
            "-rf",
            "--include=x",
            "é",
            "$HOME",
            "a=b",
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_shell_takes_the_word_for_the_name(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no POSIX shell");

        using var shell = Process.Start(
            new ProcessStartInfo("sh", ["-c", "printf '<%s>' " + ShellWord.Quote(name)]) { RedirectStandardOutput = true }
        )!;

        Assert.Equal($"<{name}>", shell.StandardOutput.ReadToEnd());
    }

    [Theory]
    [InlineData("data/train-1.csv", "data/train-1.csv")]
    [InlineData("data/train 1.csv", "'data/train 1.csv'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("", null)]
    [InlineData("a\nb", null)]
    [InlineData("a\u001bb", null)]
    [InlineData("a\u202eb", null)]
    public void A_name_that_cannot_be_shown_as_it_is_gets_into_no_command(string name, string? word) =>
        Assert.Equal(word, ShellWord.Quote(name));

    [Fact]
    public void A_name_that_would_be_cut_gets_into_no_command() => Assert.Null(ShellWord.Quote(new string('a', 201)));

    [Theory]
    [InlineData("d/m.bin", " --include=d/m.bin")]
    [InlineData("d/m 1.bin", " --include='d/m 1.bin'")]
    [InlineData("a,b", "")]
    [InlineData("a*", "")]
    [InlineData("!a", "")]
    [InlineData("a\nb", "")]
    public void A_name_that_git_lfs_would_take_for_a_pattern_limits_nothing(string name, string option) =>
        Assert.Equal(option, ShellWord.LfsInclude(name));
}
