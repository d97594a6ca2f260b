using MlGate.Publishing.GitHub;

namespace MlGate.Publishing.Tests;

public sealed class ContextTests
{
    private const string Merge = "ffffffffffffffffffffffffffffffffffffffff";

    private readonly Dictionary<string, string?> variables = new()
    {
        ["GITHUB_REPOSITORY"] = "acme/shop",
        ["GITHUB_API_URL"] = "https://git.acme.example/api/v3",
        ["GITHUB_SERVER_URL"] = "https://git.acme.example",
        ["GITHUB_GRAPHQL_URL"] = "https://git.acme.example/api/graphql",
        ["GITHUB_SHA"] = Merge,
        ["GITHUB_RUN_ID"] = "98765432109",
        ["GITHUB_RUN_ATTEMPT"] = "2",
        ["GITHUB_EVENT_NAME"] = "pull_request",
    };

    private static string PullEvent =>
        $$"""{"number":7,"pull_request":{"number":7,"head":{"sha":"{{FakeGitHub.Head}}","repo":{"full_name":"acme/shop"} } } }""";

    private static string RunEvent =>
        $$"""
            {"workflow_run":{
              "head_sha":"{{FakeGitHub.Head}}","head_branch":"topic","event":"pull_request","id":98765432000,"run_attempt":3,
              "pull_requests":[],"head_repository":{"full_name":"fork/shop","owner":{"login":"fork"} } } }
            """;

    [Fact]
    public void What_is_checked_out_for_pull_request_target_is_no_merge_of_the_pull_request()
    {
        Assert.Equal(Merge, GitHubContext.From(variables.GetValueOrDefault, PullEvent).Value!.MergeSha);

        variables["GITHUB_EVENT_NAME"] = "pull_request_target";
        Assert.Null(GitHubContext.From(variables.GetValueOrDefault, PullEvent).Value!.MergeSha);
    }

    [Fact]
    public void A_pull_request_is_about_its_head_not_the_merge_commit()
    {
        var context = GitHubContext.From(variables.GetValueOrDefault, PullEvent).Value!;

        Assert.Equal(
            ("acme", "shop", 7, FakeGitHub.Head, 98765432109, 2, false),
            (context.Owner, context.Repository, context.PullRequest, context.HeadSha, context.Run, context.Attempt, context.ReadOnly)
        );
        Assert.Equal("https://git.acme.example/api/graphql", context.Api.GraphQl!.AbsoluteUri);
    }

    [Fact]
    public void A_fork_is_recognised() =>
        Assert.True(
            GitHubContext
                .From(variables.GetValueOrDefault, PullEvent.Replace("acme/shop", "fork/shop", StringComparison.Ordinal))
                .Value!.ReadOnly
        );

    [Fact]
    public void A_push_is_about_its_commit()
    {
        var context = GitHubContext.From(variables.GetValueOrDefault, """{"ref":"refs/heads/main"}""").Value!;

        Assert.Equal((null, Merge), (context.PullRequest, context.HeadSha));
    }

    [Fact]
    public void A_merge_group_is_about_its_head() =>
        Assert.Equal(
            FakeGitHub.Head,
            GitHubContext.From(variables.GetValueOrDefault, $$"""{"merge_group":{"head_sha":"{{FakeGitHub.Head}}"} }""").Value!.HeadSha
        );

    [Theory]
    [InlineData("GITHUB_REPOSITORY", null, "MLG6029")]
    [InlineData("GITHUB_REPOSITORY", "a/b/c", "MLG6029")]
    [InlineData("GITHUB_RUN_ID", "x", "MLG6029")]
    [InlineData("GITHUB_SHA", "HEAD", "MLG6029")]
    [InlineData("GITHUB_API_URL", "http://git.acme.example/api/v3", "MLG6028")]
    public void What_is_missing_is_named(string variable, string? value, string code)
    {
        variables[variable] = value;

        var problem = Assert.Single(GitHubContext.From(variables.GetValueOrDefault, null).Problems);

        Assert.Equal(code, Publishing.Code(problem));
        Assert.Contains("GITHUB_", problem.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"pull_request":{"number":7,"head":{"sha":"../../x"} } }""")]
    public void An_event_that_makes_no_sense_is_refused(string json) =>
        Assert.Equal("MLG6029", Publishing.Code(Assert.Single(GitHubContext.From(variables.GetValueOrDefault, json).Problems)));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"pull_request":7,"workflow_run":{"head_repository":[]} }""")]
    public void An_event_of_another_shape_names_no_pull_request(string json) =>
        Assert.Null(GitHubContext.From(variables.GetValueOrDefault, json).Value!.PullRequest);

    [Fact]
    public void The_pull_request_of_a_fork_is_found_by_repository_branch_and_commit()
    {
        var fake = new FakeGitHub("/api/v3/");
        var context = GitHubContext.From(variables.GetValueOrDefault, RunEvent).Value!;

        Assert.Empty(Publishing.To(fake, Publishing.Request(), context: context));

        Assert.Single(fake.Comments);
        Assert.Contains("head=fork%3Atopic", fake.Calls[0].Query, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("fork/shop", "evil/shop", "MLG6029")]
    [InlineData(FakeGitHub.Head, FakeGitHub.Other, "MLG6027")]
    public void A_pull_request_of_another_fork_or_commit_is_not_taken(string from, string to, string code)
    {
        var fake = new FakeGitHub("/api/v3/");
        var context = GitHubContext.From(variables.GetValueOrDefault, RunEvent.Replace(from, to, StringComparison.Ordinal)).Value!;

        var finding = Assert.Single(Publishing.To(fake, Publishing.Request(), context: context));

        Assert.Equal(code, Publishing.Code(finding));
        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void Without_a_pull_request_the_status_is_set_all_the_same()
    {
        var fake = new FakeGitHub();

        var findings = Publishing.To(
            fake,
            Publishing.Request() with
            {
                CommitStatus = true,
            },
            context: Publishing.Context() with
            {
                PullRequest = null,
            }
        );

        Assert.Empty(findings);
        Assert.Empty(fake.Comments);
        Assert.Single(fake.Statuses);
    }
}
