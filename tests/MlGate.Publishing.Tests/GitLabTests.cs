using MlGate.Findings;
using MlGate.Publishing.Comments;
using MlGate.Publishing.GitLab;

namespace MlGate.Publishing.Tests;

public sealed class GitLabTests
{
    private readonly FakeGitLab fake = new();

    [Fact]
    public void A_result_is_one_note_that_later_results_change()
    {
        Assert.Empty(GitLab.To(fake, Publishing.Request()));
        Assert.Empty(GitLab.To(fake, Publishing.Request("## ✅ passes") with { ExitCode = 0 }, job: 813));

        var note = Assert.Single(fake.Notes);
        Assert.Equal(FakeGitLab.Bot, note.Author);
        Assert.StartsWith(CommentMarker.From("churn") + "\n## ✅ passes\n", note.Body, StringComparison.Ordinal);
        Assert.All(fake.Calls, call => Assert.Equal(("gitlab.example", "Bearer s3cret"), (call.Host, call.Authorization)));
    }

    [Fact]
    public void The_same_result_is_not_written_twice()
    {
        GitLab.To(fake, Publishing.Request());
        fake.Calls.Clear();

        Assert.Empty(GitLab.To(fake, Publishing.Request()));

        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void An_earlier_job_does_not_replace_the_result_of_a_later_one()
    {
        GitLab.To(fake, Publishing.Request("newer"), job: 813);

        var finding = Assert.Single(GitLab.To(fake, Publishing.Request("older"), job: 812));

        Assert.Equal("MLG6027", Publishing.Code(finding));
        Assert.Contains("newer", Assert.Single(fake.Notes).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void The_note_is_found_on_any_page(int size)
    {
        var paged = new FakeGitLab { PageSize = size };
        for (var other = 0; other < 7; other++)
        {
            paged.Add(1, $"remark {other}");
        }

        GitLab.To(paged, Publishing.Request("first"));
        paged.Add(1, "a later remark");

        Assert.Empty(GitLab.To(paged, Publishing.Request("second"), job: 813));

        Assert.Equal(9, paged.Notes.Count);
        Assert.Single(paged.Notes, note => note.Body.Contains("second", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_without_end_are_refused()
    {
        fake.After = (_, call, answer) =>
        {
            if (call.Path.EndsWith("/notes", StringComparison.Ordinal) && call.Method == "GET")
            {
                answer.Headers.Remove("X-Next-Page");
                answer.Headers.Add("X-Next-Page", "1");
            }

            return answer;
        };

        Assert.Equal("MLG6026", Publishing.Code(Assert.Single(GitLab.To(fake, Publishing.Request()))));

        Assert.Empty(fake.Notes);
    }

    [Fact]
    public void Notes_of_others_of_the_server_and_of_other_gates_are_left_alone()
    {
        var forged = fake.Add(66, CommentMarker.From("churn") + "\nall is well");
        var system = fake.Add(FakeGitLab.Bot, CommentMarker.From("churn") + "\nchanged the title", isSystem: true);
        var quoted = fake.Add(FakeGitLab.Bot, "> " + CommentMarker.From("churn"));
        var other = fake.Add(FakeGitLab.Bot, CommentMarker.From("churn2") + "\n");

        Assert.Empty(GitLab.To(fake, Publishing.Request()));

        Assert.Equal(5, fake.Notes.Count);
        Assert.All([forged, system, quoted, other], note => Assert.DoesNotContain("fails", note.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(200)]
    public void A_forged_note_is_neither_changed_nor_repeated_whether_the_server_says_who_we_are_or_not(int status)
    {
        // Arrange: a newer result of the same commit, by somebody else, with a command in it
        var maintainer = new FakeGitLab { IsMaintainer = true };
        GitLab.To(maintainer, Publishing.Request("## ✅ all is well\n\ntext"), me: 66, job: 900);
        var forged = maintainer.Notes[0];
        forged.Body = forged.Body.Replace("text", "/merge", StringComparison.Ordinal);
        var before = forged.Body;
        maintainer.Before = (_, call) => status != 200 && call.Path == "api/v4/user" ? FakeGitHub.Answer(status) : null;

        // Act
        GitLab.To(maintainer, Publishing.Request());

        // Assert
        Assert.Equal(before, forged.Body);
        var ours = Assert.Single(maintainer.Notes, note => note.Author == FakeGitLab.Bot);
        Assert.Contains("fails", ours.Body, StringComparison.Ordinal);
        Assert.Empty(maintainer.Obeyed);
    }

    [Fact]
    public void Extra_notes_of_ours_are_removed_and_a_deleted_one_is_made_again()
    {
        fake.Add(FakeGitLab.Bot, CommentMarker.From("churn") + "\none");
        fake.Add(FakeGitLab.Bot, CommentMarker.From("churn") + "\ntwo");
        GitLab.To(fake, Publishing.Request());
        Assert.Equal(40, Assert.Single(fake.Notes).Id);

        fake.Notes.Clear();
        GitLab.To(fake, Publishing.Request("again"), job: 813);

        Assert.Contains("again", Assert.Single(fake.Notes).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/merge")]
    [InlineData("  /close")]
    [InlineData("> /assign @mallory")]
    [InlineData("- /label ~safe")]
    [InlineData("text\n/merge\nmore")]
    [InlineData("text\r/merge")]
    [InlineData("text\r\n\t/merge")]
    [InlineData("text\u2028/merge")]
    [InlineData("text\f/merge")]
    public void No_line_of_a_comment_is_a_command(string text)
    {
        Assert.Empty(GitLab.To(fake, Publishing.Request("## ❌ fails\n\n" + text)));
        Assert.Empty(GitLab.To(fake, Publishing.Request("## ❌ again\n\n" + text), job: 813));

        Assert.Empty(fake.Obeyed);
        Assert.Contains("&#47;", Assert.Single(fake.Notes).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_once_the_merge_request_shows_another_commit()
    {
        fake.HeadSha = FakeGitHub.Other;

        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(GitLab.To(fake, Publishing.Request()))));

        Assert.Empty(fake.Writes);
    }

    [Theory]
    [InlineData(FakeGitHub.Head, true)]
    [InlineData(FakeGitHub.Merge, true)]
    [InlineData("", true)]
    [InlineData(FakeGitHub.Other, false)]
    public void A_report_of_another_commit_is_not_posted(string commit, bool posted)
    {
        var findings = GitLab.To(fake, Publishing.Request() with { Commit = commit });

        Assert.Equal((posted ? 0 : 1, posted ? 1 : 0), (findings.Count, fake.Notes.Count));
    }

    [Fact]
    public void A_missing_permission_says_what_the_token_needs()
    {
        fake.Before = (_, call) => call.Method == "POST" ? FakeGitHub.Answer(403, """{"error":"insufficient_scope"}""") : null;

        var finding = Assert.Single(GitLab.To(fake, Publishing.Request()));

        Assert.Equal("MLG6020", Publishing.Code(finding));
        Assert.Equal(
            "GitLab responded with 403 to 'create the note'; it needs the scope 'api' and at least the role Reporter in the project",
            finding.Found
        );
    }

    [Fact]
    public void A_redirect_to_a_page_to_sign_in_is_a_token_that_is_refused()
    {
        fake.Before = (_, _) => FakeGitHub.Answer(302, "<html>Sign in</html>", ("Location", "https://evil.example/"));

        Assert.Equal("MLG6022", Publishing.Code(Assert.Single(GitLab.To(fake, Publishing.Request()))));

        Assert.Single(fake.Calls);
    }

    [Fact]
    public async Task An_empty_token_is_told_without_a_request()
    {
        var findings = await GitLab.Host(() => fake.As(1), token: " ").PublishAsync(Publishing.Request(), CancellationToken.None);

        Assert.Equal("MLG6022", Publishing.Code(Assert.Single(findings)));
        Assert.Contains("GITLAB_TOKEN", findings[0].Found, StringComparison.Ordinal);
        Assert.Empty(fake.Calls);
    }

    [Fact]
    public void A_pipeline_of_a_branch_publishes_nothing()
    {
        Assert.Empty(GitLab.To(fake, Publishing.Request(), context: GitLab.Context() with { MergeRequest = null }));

        Assert.Empty(fake.Calls);
    }

    [Theory]
    [InlineData("CI_API_V4_URL", "http://gitlab.example/api/v4", "MLG6028")]
    [InlineData("CI_API_V4_URL", "https://user@gitlab.example/api/v4", "MLG6028")]
    [InlineData("CI_API_V4_URL", null, "MLG6028")]
    [InlineData("CI_JOB_ID", "", "MLG6029")]
    [InlineData("CI_COMMIT_SHA", "HEAD", "MLG6029")]
    public void What_is_missing_is_named(string name, string? value, string code)
    {
        var variables = GitLab.Variables();
        variables[name] = value;

        var problems = GitLabContext.From(variables.GetValueOrDefault, hasToken: true).Problems;

        Assert.Equal(code, Publishing.Code(Assert.Single(problems)));
    }

    [Theory]
    [InlineData("42", true, false, false)]
    [InlineData("43", true, true, false)]
    [InlineData("43", false, true, true)]
    public void A_fork_without_a_token_only_reads(string source, bool hasToken, bool fork, bool readOnly)
    {
        var variables = GitLab.Variables();
        variables["CI_MERGE_REQUEST_SOURCE_PROJECT_ID"] = source;
        variables["CI_PROJECT_ID"] = source;

        var context = GitLabContext.From(variables.GetValueOrDefault, hasToken).Value!;

        Assert.Equal((fork, readOnly, 42), (context.IsFork, context.ReadOnly, context.Project));
    }

    [Fact]
    public void Without_a_merged_result_the_commit_of_the_pipeline_is_the_head()
    {
        var variables = GitLab.Variables();
        variables["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] = "";

        Assert.Equal(FakeGitHub.Merge, GitLabContext.From(variables.GetValueOrDefault, hasToken: true).Value!.HeadSha);
    }
}
