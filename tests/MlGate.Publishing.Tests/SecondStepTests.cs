using MlGate.Publishing.GitHub;

namespace MlGate.Publishing.Tests;

/// <summary>What a workflow on workflow_run believes, and what it does not.</summary>
public sealed class SecondStepTests
{
    private readonly FakeGitHub fake = new();

    private readonly Dictionary<string, string?> variables = new()
    {
        ["GITHUB_REPOSITORY"] = "acme/shop",
        ["GITHUB_SERVER_URL"] = "https://github.com",
        ["GITHUB_SHA"] = FakeGitHub.Other,
        ["GITHUB_RUN_ID"] = "900",
        ["GITHUB_RUN_ATTEMPT"] = "1",
        ["GITHUB_EVENT_NAME"] = "workflow_run",
    };

    private static string Event(string cause = "pull_request", string repository = "fork/shop")
    {
        var owner = repository.Split('/')[0];
        return $$"""
            {"workflow_run":{
              "id":812,"run_attempt":3,"event":"{{cause}}","head_sha":"{{FakeGitHub.Head}}","head_branch":"topic","pull_requests":[],
              "head_repository":{"full_name":"{{repository}}","owner":{"login":"{{owner}}"} } } }
            """;
    }

    private GitHubContext Context(string cause = "pull_request", string repository = "fork/shop") =>
        GitHubContext.From(variables.GetValueOrDefault, Event(cause, repository)).Value!;

    [Fact]
    public void The_run_is_that_of_the_event()
    {
        var context = Context();

        Assert.Equal(
            (812, 3, FakeGitHub.Head, true, false),
            (context.Run, context.Attempt, context.HeadSha, context.IsSecondStep, context.ReadOnly)
        );
        Assert.Equal("https://github.com/acme/shop/actions/runs/812/attempts/3", context.Page!.AbsoluteUri);
    }

    [Theory]
    [InlineData(FakeGitHub.Head)]
    [InlineData(FakeGitHub.Merge)]
    public void A_report_of_the_head_or_of_its_merge_is_posted(string commit)
    {
        Assert.Empty(Publishing.To(fake, Publishing.Request() with { Commit = commit }, context: Context()));

        Assert.Single(fake.Comments);
    }

    [Theory]
    [InlineData(FakeGitHub.Other)]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789")]
    public void A_report_of_any_other_commit_is_not_posted(string commit)
    {
        var findings = Publishing.To(
            fake,
            Publishing.Request() with
            {
                Commit = commit,
                CommitStatus = true,
                CheckRun = true,
            },
            context: Context()
        );

        Assert.Equal("MLG6031", Publishing.Code(Assert.Single(findings)));
        Assert.Empty(fake.Writes);
    }

    [Theory]
    [InlineData(401, "MLG6022")]
    [InlineData(403, "MLG6020")]
    [InlineData(409, "MLG6026")]
    [InlineData(422, "MLG6026")]
    [InlineData(429, "MLG6024")]
    [InlineData(502, "MLG6025")]
    public void What_the_measured_commit_is_must_be_known_before_anything_is_posted(int status, string code)
    {
        fake.Before = (_, call) => call.Path.Contains("git/commits", StringComparison.Ordinal) ? FakeGitHub.Answer(status) : null;

        var findings = Publishing.To(
            fake,
            Publishing.Request() with
            {
                Commit = FakeGitHub.Merge,
                CommitStatus = true,
                CheckRun = true,
            },
            context: Context()
        );

        Assert.Equal(code, Publishing.Code(Assert.Single(findings)));
        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void A_merge_into_something_else_is_another_commit()
    {
        fake.After = (_, call, answer) =>
            call.Path.Contains("git/commits", StringComparison.Ordinal)
                ? FakeGitHub.Answer(200, $$"""{"parents":[{"sha":"{{FakeGitHub.Head}}"},{"sha":"{{FakeGitHub.Other}}"}]}""")
                : answer;

        Assert.Equal(
            "MLG6031",
            Publishing.Code(Assert.Single(Publishing.To(fake, Publishing.Request() with { Commit = FakeGitHub.Merge }, context: Context())))
        );
    }

    [Theory]
    [InlineData("push")]
    [InlineData("schedule")]
    [InlineData("pull_request_target")]
    public void A_run_for_anything_but_a_pull_request_gets_no_comment(string cause)
    {
        Assert.Empty(Publishing.To(fake, Publishing.Request() with { CommitStatus = true }, context: Context(cause, "acme/shop")));

        Assert.Empty(fake.Comments);
        Assert.Single(fake.Statuses);
    }

    [Theory]
    [InlineData("fork/shop", 0)]
    [InlineData("ACME/shop", 1)]
    public void What_the_author_of_a_fork_wrote_sets_no_status_and_makes_no_check_run(string repository, int count)
    {
        foreach (var exit in new int?[] { 0, 1, 7 })
        {
            Assert.Empty(
                Publishing.To(
                    fake,
                    Publishing.Request() with
                    {
                        ExitCode = exit,
                        CommitStatus = true,
                        CheckRun = true,
                    },
                    context: Context(repository: repository) with
                    {
                        PullRequest = 7,
                    }
                )
            );
        }

        Assert.Single(fake.Comments);
        Assert.Equal((count, count), (fake.Statuses.Count / 3, fake.CheckRuns.Count));
    }

    [Fact]
    public void A_fork_that_is_gone_sets_no_status_in_the_second_step()
    {
        var context = GitHubContext
            .From(variables.GetValueOrDefault, Event().Replace("\"full_name\":\"fork/shop\",", "", StringComparison.Ordinal))
            .Value!;

        Assert.Empty(
            Publishing.To(fake, Publishing.Request() with { Comment = null, CommitStatus = true, CheckRun = true }, context: context)
        );

        Assert.Empty(fake.Writes);
    }

    [Theory]
    [InlineData("pull_request", "fork/shop", "ann", true)]
    [InlineData("pull_request", "acme/shop", "dependabot[bot]", true)]
    [InlineData("pull_request", "acme/shop", "ann", false)]
    [InlineData("pull_request_target", "fork/shop", "ann", false)]
    public void Only_the_runs_of_forks_and_of_Dependabot_have_a_token_that_only_reads(
        string name,
        string repository,
        string actor,
        bool readOnly
    )
    {
        variables["GITHUB_EVENT_NAME"] = name;
        variables["GITHUB_ACTOR"] = actor;

        var context = GitHubContext
            .From(
                variables.GetValueOrDefault,
                $$"""{"pull_request":{"number":7,"head":{"sha":"{{FakeGitHub.Head}}","repo":{"full_name":"{{repository}}"} } } }"""
            )
            .Value!;

        Assert.Equal(readOnly, context.ReadOnly);
    }

    [Fact]
    public void A_fork_that_is_gone_is_a_fork() =>
        Assert.True(
            GitHubContext
                .From(
                    name => name == "GITHUB_EVENT_NAME" ? "pull_request" : variables.GetValueOrDefault(name),
                    $$"""{"pull_request":{"number":7,"head":{"sha":"{{FakeGitHub.Head}}","repo":null} } }"""
                )
                .Value!.ReadOnly
        );

    [Fact]
    public void The_text_that_stands_there_is_given_to_the_next()
    {
        List<string?> before = [];
        Publishing.To(fake, Publishing.Request("first"));

        Publishing.To(
            fake,
            Publishing.Request() with
            {
                Comment = text =>
                {
                    before.Add(text);
                    return "second";
                },
            },
            run: 813
        );

        Assert.Contains("first", Assert.Single(before), StringComparison.Ordinal);
        Assert.Contains("second", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_says_that_it_is_measured_never_replaces_the_result_of_the_same_attempt()
    {
        Publishing.To(fake, Publishing.Request("measured"));

        var findings = Publishing.To(fake, Publishing.Request("measuring") with { At = DateTimeOffset.UnixEpoch, Verdict = "measuring" });

        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(findings)));
        Assert.Contains("measured", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
    }
}
