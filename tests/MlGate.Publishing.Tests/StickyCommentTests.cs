using MlGate.Findings;
using MlGate.Publishing.Comments;

namespace MlGate.Publishing.Tests;

public sealed class StickyCommentTests
{
    private readonly FakeGitHub fake = new();

    [Fact]
    public void The_first_result_makes_a_comment_with_marker_and_state()
    {
        var findings = Publishing.To(fake, Publishing.Request());

        Assert.Empty(findings);
        var comment = Assert.Single(fake.Comments);
        Assert.Equal(
            "<!-- mlgate:comment v=1 gate=\"churn\" -->\n## ❌ fails\n"
                + """<!-- mlgate:state {"sha":"6dcb09b5b57875f334f61aebed695e2e4193db5e","run":812,"try":"""
                + """1,"at":"2026-11-22T17:52:12Z","verdict":"fail","report":"sha256:5f0c"} -->""",
            comment.Body
        );
    }

    [Fact]
    public void A_later_result_edits_the_same_comment()
    {
        Publishing.To(fake, Publishing.Request());
        var first = fake.Comments[0].Id;

        var findings = Publishing.To(fake, Publishing.Request("## ✅ passes"), run: 813);

        Assert.Empty(findings);
        Assert.Equal(first, Assert.Single(fake.Comments).Id);
        Assert.Contains("✅ passes", fake.Comments[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_result_is_not_written_twice()
    {
        Publishing.To(fake, Publishing.Request());
        fake.Comments[0] = fake.Comments[0] with { Body = fake.Comments[0].Body.ReplaceLineEndings("\r\n") + "\r\n" };
        fake.Calls.Clear();

        var findings = Publishing.To(fake, Publishing.Request());

        Assert.Empty(findings);
        Assert.Empty(fake.Writes);
    }

    [Theory]
    [InlineData(811, 5)]
    [InlineData(812, 1)]
    public void An_older_run_does_not_overwrite_a_newer_one(long run, int attempt)
    {
        Publishing.To(fake, Publishing.Request("newer"), attempt: 2);
        fake.Calls.Clear();

        var findings = Publishing.To(fake, Publishing.Request("older"), run: run, attempt: attempt);

        Assert.Equal(("MLG6027", Severity.Info), (Publishing.Code(Assert.Single(findings)), findings[0].Severity));
        Assert.Contains("newer", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
        Assert.Empty(fake.Writes);
    }

    [Fact]
    public void A_later_result_of_the_same_attempt_replaces_its_placeholder()
    {
        Publishing.To(fake, Publishing.Request("measuring"));

        var findings = Publishing.To(fake, Publishing.Request("measured") with { At = Publishing.At.AddSeconds(40) });

        Assert.Empty(findings);
        Assert.Contains("measured", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_of_another_commit_is_older_whatever_its_run()
    {
        fake.HeadSha = FakeGitHub.Other;
        Publishing.To(fake, Publishing.Request("old"), context: Publishing.Context(999, 1, FakeGitHub.Other));
        fake.HeadSha = FakeGitHub.Head;

        Assert.Empty(Publishing.To(fake, Publishing.Request("new")));

        Assert.Contains("new", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_once_the_pull_request_shows_another_commit()
    {
        fake.HeadSha = FakeGitHub.Other;

        var findings = Publishing.To(fake, Publishing.Request());

        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(findings)));
        Assert.Empty(fake.Writes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_marker_that_a_person_forged_is_left_alone(bool graphQl)
    {
        fake.GraphQl = graphQl;
        var forged = fake.Add("mallory", "User", CommentMarker.From("churn") + "\nall is well");

        Publishing.To(fake, Publishing.Request());
        Publishing.To(fake, Publishing.Request("again"), run: 813);

        Assert.Equal([forged.Login, Publishing.Bot], fake.Comments.Select(comment => comment.Login));
        Assert.Equal(forged, fake.Comments[0]);
        Assert.Contains("again", fake.Comments[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_GraphQL_the_comment_of_another_bot_is_tried_and_left()
    {
        fake.GraphQl = false;
        var other = fake.Add("other[bot]", "Bot", CommentMarker.From("churn") + "\nnot yours");

        var findings = Publishing.To(fake, Publishing.Request());

        Assert.Empty(findings);
        Assert.Equal([other.Login, Publishing.Bot], fake.Comments.Select(comment => comment.Login));
        Assert.Equal(other, fake.Comments[0]);
    }

    [Fact]
    public void A_personal_token_finds_its_own_comment_by_login()
    {
        fake.GraphQl = false;
        Publishing.To(fake, Publishing.Request(), login: "ann", me: "ann");

        Publishing.To(fake, Publishing.Request("again"), run: 813, login: "ann", me: "ann");

        Assert.Contains("again", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_marker_within_a_comment_or_of_a_longer_name_is_not_ours()
    {
        fake.Add(Publishing.Bot, "Bot", "> " + CommentMarker.From("churn"));
        fake.Add(Publishing.Bot, "Bot", CommentMarker.From("churn2"));

        Publishing.To(fake, Publishing.Request());

        Assert.Equal(3, fake.Comments.Count);
    }

    [Fact]
    public void The_comment_is_found_behind_more_than_a_hundred_others()
    {
        for (var i = 0; i < 250; i++)
        {
            fake.Add("ann", "User", "talk");
        }

        Publishing.To(fake, Publishing.Request());
        for (var i = 0; i < 250; i++)
        {
            fake.Add("ann", "User", "talk");
        }

        Publishing.To(fake, Publishing.Request("again"), run: 813);

        Assert.Contains("again", Assert.Single(fake.Comments, comment => comment.Login == Publishing.Bot).Body, StringComparison.Ordinal);
        Assert.All(fake.Calls, call => Assert.Equal("api.github.com", call.Host));
    }

    [Fact]
    public void Extra_comments_of_ours_are_removed_and_the_lowest_id_stays()
    {
        var lowest = fake.Add(Publishing.Bot, "Bot", CommentMarker.From("churn") + "\none");
        fake.Add(Publishing.Bot, "Bot", CommentMarker.From("churn") + "\ntwo");
        fake.Add(Publishing.Bot, "Bot", CommentMarker.From("churn") + "\nthree");

        Assert.Empty(Publishing.To(fake, Publishing.Request()));

        Assert.Equal(lowest.Id, Assert.Single(fake.Comments).Id);
        Assert.Contains("❌ fails", fake.Comments[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_that_is_deleted_meanwhile_is_made_again()
    {
        Publishing.To(fake, Publishing.Request());
        fake.Before = (_, call) =>
        {
            if (call.Method == "PATCH")
            {
                fake.Comments.Clear();
            }

            return null;
        };

        Assert.Empty(Publishing.To(fake, Publishing.Request("again"), run: 813));

        Assert.Contains("again", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_of_user_that_is_new_stops_nothing()
    {
        fake.Add("someone", "Agent", "talk");

        Assert.Empty(Publishing.To(fake, Publishing.Request()));

        Assert.Equal(2, fake.Comments.Count);
    }

    [Fact]
    public void Gates_have_a_comment_each()
    {
        Publishing.To(fake, Publishing.Request());
        Publishing.To(fake, Publishing.Request() with { Gate = "churn--\" -->" });

        Assert.Equal(2, fake.Comments.Count);
        Assert.StartsWith("<!-- mlgate:comment v=1 gate=\"churn-%2D%22%20-%2D%3E\" -->\n", fake.Comments[1].Body, StringComparison.Ordinal);
    }
}
