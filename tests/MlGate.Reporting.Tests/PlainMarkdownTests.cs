using MlGate.Reporting.Terminal;

namespace MlGate.Reporting.Tests;

/// <summary>Pages of the documentation on a terminal.</summary>
public sealed class PlainMarkdownTests
{
    [Theory]
    [InlineData("## Fix", "Fix")]
    [InlineData("#no heading", "#no heading")]
    [InlineData("a **bold** word and [a link](page.md)", "a bold word and a link")]
    [InlineData("[`code` in a link](page.md#part).", "`code` in a link.")]
    [InlineData("every file of `data/**/*.csv`, as in `[a](b)`", "every file of `data/**/*.csv`, as in `[a](b)`")]
    [InlineData("[one], not [two](2.md)", "[one], not two")]
    [InlineData("an open ` and an open [ stay", "an open ` and an open [ stay")]
    public void Marks_go_and_code_stays(string markdown, string expected) => Assert.Equal(expected, PlainMarkdown.From(markdown));

    [Fact]
    public void Comments_are_left_out() =>
        Assert.Equal("before\nafter", PlainMarkdown.From("before\n<!-- waits for: a release -->\nafter"));

    [Fact]
    public void Examples_lose_their_fence_alone() =>
        Assert.Equal("before\n# a comment of **sh**\nafter", PlainMarkdown.From("before\n```sh\n# a comment of **sh**\n```\nafter"));
}
