using MlGate.Git.Findings;

namespace MlGate.Git.Tests;

/// <summary>What git says, on one line.</summary>
public sealed class GitMessageTests
{
    [Theory]
    [InlineData(
        "fatal: unknown repository extension found:\n\trelativeworktrees\n",
        "unknown repository extension found: relativeworktrees"
    )]
    [InlineData("fatal: unknown repository extensions found:\n\ta\n\tb\n", "unknown repository extensions found: a, b")]
    [InlineData("warning: something\nfatal: bad object HEAD\n", "bad object HEAD")]
    [InlineData("error: one\nfatal: two\n", "two")]
    [InlineData("fatal: no\nhint: try this\n", "no")]
    [InlineData(
        "fatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\n",
        "Could not read from remote repository."
    )]
    [InlineData("unsupported extension name extensions.x", "unsupported extension name extensions.x")]
    [InlineData("", "no message")]
    public void The_lines_that_continue_the_error_are_kept(string message, string expected) =>
        Assert.Equal(expected, GitMessage.Summarize(message));

    [Fact]
    public async Task An_unknown_extension_is_named_and_says_to_update_git()
    {
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");
        _ = repository.Run("config", "core.repositoryformatversion", "1");
        _ = repository.Run("config", "extensions.notThere", "true");
        using var versions = repository.Versions();

        var problem = Assert.Single((await versions.FindBaselineAsync("auto", TestRepository.Model, CancellationToken.None)).Problems);

        Assert.Equal("MLG1033", problem.Code);
        Assert.Contains("notthere", problem.Found, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("Update git", problem.Fix, StringComparison.Ordinal);
    }
}
