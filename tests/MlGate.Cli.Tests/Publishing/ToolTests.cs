using MlGate.Cli.Tests.Worker;
using MlGate.FakeServers;

namespace MlGate.Cli.Tests.Publishing;

/// <summary>The tool itself, as a process, over a real network.</summary>
public sealed class ToolTests
{
    [Fact]
    public void A_gate_is_measured_and_published_by_the_tool()
    {
        using var repository = new GateRepository();
        var head = repository.Git("rev-parse", "HEAD");
        var fake = new FakeGitHub { HeadSha = head };
        using var server = new LocalServer(fake.As("github-actions[bot]"));
        Dictionary<string, string?> variables = new()
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTOR"] = "ann",
            ["GITHUB_API_URL"] = server.Address,
            ["GITHUB_EVENT_NAME"] = "pull_request",
            ["GITHUB_EVENT_PATH"] = repository.Write(
                "event.json",
                $$"""{"pull_request":{"number":7,"head":{"sha":"{{head}}","repo":{"full_name":"acme/shop"} } } }"""
            ),
            ["GITHUB_GRAPHQL_URL"] = server.Address + "/graphql",
            ["GITHUB_OUTPUT"] = repository.Write("output.txt", ""),
            ["GITHUB_REPOSITORY"] = "acme/shop",
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["GITHUB_RUN_ID"] = "812",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_SHA"] = head,
            ["GITHUB_STEP_SUMMARY"] = repository.Write("summary.md", ""),
            ["GITHUB_TOKEN"] = "s3cret",
        };

        var measuring = GateRepository.RunIn(repository.Path, variables, "publish", "--measuring", "--gate", "small");
        Assert.Equal((0, "", ""), (measuring.Exit, measuring.Text.Trim(), measuring.Errors.Trim()));
        Assert.Contains("⏳", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);

        repository.Run("check", "--no-progress", "--output=out");
        var published = GateRepository.RunIn(
            repository.Path,
            variables,
            "publish",
            "out",
            "--gate",
            "small",
            "--status",
            "--check-run",
            "--require"
        );

        Assert.Empty(server.Faults);
        Assert.True(published.Exit == 0, published.ToString());
        var body = Assert.Single(fake.Comments).Body;
        Assert.StartsWith("<!-- mlgate:comment v=1 gate=\"small\" -->\n## ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("⏳", body, StringComparison.Ordinal);
        Assert.Equal(
            ("success", "success"),
            ((string)Assert.Single(fake.Statuses)["state"]!, (string)Assert.Single(fake.CheckRuns)["conclusion"]!)
        );
        Assert.Contains("exit-code<<", File.ReadAllText(repository["output.txt"]), StringComparison.Ordinal);
        Assert.Contains("gate `small`", File.ReadAllText(repository["summary.md"]), StringComparison.Ordinal);
        Assert.All(fake.Calls, call => Assert.Equal("Token s3cret", call.Authorization));
        Assert.DoesNotContain("s3cret", published.Text + published.Errors + body, StringComparison.Ordinal);
    }
}
