using System.Text.Json.Nodes;
using MlGate.Publishing.Azure;
using MlGate.Publishing.Comments;
using MlGate.Publishing.GitHub;

namespace MlGate.Publishing.Tests;

public sealed class AzureTests
{
    private readonly FakeAzure fake = new();

    [Theory]
    [InlineData(0, "fixed", "succeeded")]
    [InlineData(1, "active", "failed")]
    [InlineData(2, "active", "failed")]
    [InlineData(7, "active", "error")]
    [InlineData(null, "active", "pending")]
    public void Thread_and_status_say_what_the_exit_code_says(int? exit, string thread, string state)
    {
        Assert.Empty(Azure.To(fake, Publishing.Request() with { ExitCode = exit, CommitStatus = true }));

        var (comment, status) = (Assert.Single(fake.Threads), Assert.Single(fake.Statuses));
        Assert.Equal((thread, FakeAzure.Build), (comment.Status, comment.Author));
        Assert.StartsWith(CommentMarker.From("churn") + "\n## ❌ fails\n", comment.Content, StringComparison.Ordinal);
        Assert.Equal("churn", (string)comment.Properties!["mlgate.gate"]!["$value"]!);
        Assert.Equal(
            (state, "mlgate", "churn", 2),
            (
                (string)status["state"]!,
                (string)status["context"]!["genre"]!,
                (string)status["context"]!["name"]!,
                (int)status["iterationId"]!
            )
        );
        Assert.All(fake.Calls, call => Assert.Equal(("dev.azure.com", "Bearer s3cret"), (call.Host, call.Authorization)));
    }

    [Fact]
    public void One_thread_opens_and_closes_with_the_result()
    {
        Azure.To(fake, Publishing.Request());
        Azure.To(fake, Publishing.Request("## ✅ passes") with { ExitCode = 0 }, run: 813);
        Assert.Equal("fixed", Assert.Single(fake.Threads).Status);

        Assert.Empty(Azure.To(fake, Publishing.Request("## ❌ again"), run: 814));

        Assert.Equal("active", Assert.Single(fake.Threads).Status);
        Assert.Contains("again", fake.Threads[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_result_is_not_written_twice_but_its_status_is_mended()
    {
        Azure.To(fake, Publishing.Request());
        fake.Calls.Clear();
        Azure.To(fake, Publishing.Request());
        Assert.Empty(fake.Writes);

        fake.Threads[0].Status = "wontFix";
        Azure.To(fake, Publishing.Request());

        Assert.Equal("active", fake.Threads[0].Status);
        Assert.Single(fake.Writes);
    }

    [Fact]
    public void A_thread_that_another_wrote_or_that_is_of_another_gate_is_left_alone()
    {
        var forged = fake.Add("mallory", CommentMarker.From("churn") + "\nall is well", new JsonObject { ["mlgate.gate"] = "churn" });
        var quoted = fake.Add(FakeAzure.Build, "> " + CommentMarker.From("churn"));
        var other = fake.Add(
            FakeAzure.Build,
            CommentMarker.From("churn"),
            new JsonObject { ["mlgate.gate"] = new JsonObject { ["$value"] = "churn2" } }
        );

        Assert.Empty(Azure.To(fake, Publishing.Request()));

        Assert.Equal(4, fake.Threads.Count);
        Assert.All([forged, quoted, other], thread => Assert.DoesNotContain("fails", thread.Content, StringComparison.Ordinal));
    }

    [Fact]
    public void A_thread_without_the_hidden_key_is_found_by_its_marker()
    {
        fake.Add(FakeAzure.Build, CommentMarker.From("churn") + "\nearlier");

        Azure.To(fake, Publishing.Request());

        Assert.Contains("fails", Assert.Single(fake.Threads).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_service_does_not_say_who_we_are_the_thread_of_another_is_tried_and_left()
    {
        var forged = fake.Add("mallory", CommentMarker.From("churn") + "\nall is well");
        fake.Before = (_, call) => call.Path.EndsWith("connectionData", StringComparison.Ordinal) ? FakeGitHub.Answer(403) : null;

        Assert.Empty(Azure.To(fake, Publishing.Request()));

        Assert.Equal(CommentMarker.From("churn") + "\nall is well", forged.Content);
        Assert.Equal(2, fake.Threads.Count);
    }

    [Fact]
    public void Extra_threads_of_ours_are_removed_and_a_deleted_one_is_made_again()
    {
        fake.Add(FakeAzure.Build, CommentMarker.From("churn") + "\none");
        fake.Add(FakeAzure.Build, CommentMarker.From("churn") + "\ntwo");
        Azure.To(fake, Publishing.Request());
        Assert.Equal(40, Assert.Single(fake.Open).Id);

        fake.Threads.ForEach(thread => thread.IsDeleted = true);
        Azure.To(fake, Publishing.Request("again"), run: 813);

        Assert.Contains("again", Assert.Single(fake.Open).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_once_the_pull_request_shows_another_commit()
    {
        fake.HeadSha = FakeGitHub.Other;

        Assert.Equal("MLG6027", Publishing.Code(Assert.Single(Azure.To(fake, Publishing.Request()))));

        Assert.Empty(fake.Writes);
    }

    [Theory]
    [InlineData(FakeGitHub.Head, true)]
    [InlineData(FakeGitHub.Merge, true)]
    [InlineData("", true)]
    [InlineData(FakeGitHub.Other, false)]
    public void A_report_of_another_commit_is_not_posted(string commit, bool posted)
    {
        var findings = Azure.To(fake, Publishing.Request() with { Commit = commit });

        Assert.Equal((posted ? 0 : 1, posted ? 1 : 0), (findings.Count, fake.Threads.Count));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(400)]
    public void A_missing_permission_names_who_lacks_what(int status)
    {
        fake.Before = (_, call) =>
            call.Method == "POST"
                ? FakeGitHub.Answer(
                    status,
                    """{"message":"TF401027: You need the Git 'PullRequestContribute' permission to perform this action. """
                        + """Details: identity 'Build\\1', scope 'repository'."}"""
                )
                : null;

        var finding = Assert.Single(Azure.To(fake, Publishing.Request()));

        Assert.Equal("MLG6020", Publishing.Code(finding));
        Assert.Equal(
            "Azure DevOps responded with 403 to 'create the thread'; it needs the permission 'Contribute to pull requests' for 'shop Build "
                + "Service (acme)' (TF401027)",
            finding.Found
        );
    }

    [Theory]
    [InlineData(203)]
    [InlineData(302)]
    [InlineData(401)]
    public void A_page_to_sign_in_is_a_token_that_is_refused(int status)
    {
        fake.Before = (_, _) => FakeGitHub.Answer(status, "<html>Sign in</html>", ("Location", "https://evil.example/"));

        var finding = Assert.Single(Azure.To(fake, Publishing.Request()));

        Assert.Equal("MLG6022", Publishing.Code(finding));
        Assert.Single(fake.Calls);
    }

    [Fact]
    public async Task An_empty_token_is_told_without_a_request()
    {
        var findings = await Azure.Host(() => fake.As("x"), token: " ").PublishAsync(Publishing.Request(), CancellationToken.None);

        Assert.Equal("MLG6022", Publishing.Code(Assert.Single(findings)));
        Assert.Contains("SYSTEM_ACCESSTOKEN", findings[0].Found, StringComparison.Ordinal);
        Assert.Empty(fake.Calls);
    }

    [Fact]
    public void A_text_that_is_too_long_is_left_out_in_whole_parts()
    {
        var part = "<details>\n<summary>part</summary>\n\n" + string.Concat(Enumerable.Repeat("| älter | 1 |\n", 400)) + "\n</details>\n\n";

        var findings = Azure.To(fake, Publishing.Request("## ❌ first\n\n" + string.Concat(Enumerable.Repeat(part, 40))));

        Assert.Equal("MLG6030", Publishing.Code(Assert.Single(findings)));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Assert.Single(fake.Threads).Content), 110_000, AzureHost.MostBytes);
    }

    [Fact]
    public void A_build_of_a_branch_publishes_nothing()
    {
        Assert.Empty(
            Azure.To(fake, Publishing.Request() with { CommitStatus = true }, context: Azure.Context() with { PullRequest = null })
        );

        Assert.Empty(fake.Calls);
    }

    [Theory]
    [InlineData("https://dev.azure.com/acme/", "https://dev.azure.com/acme/", "'shop Build Service (acme)'")]
    [InlineData("https://acme@dev.azure.com/acme", "https://dev.azure.com/acme/", "'shop Build Service (acme)'")]
    [InlineData("https://acme.visualstudio.com/", "https://acme.visualstudio.com/", "'shop Build Service (acme)'")]
    [InlineData("https://tfs.acme.example/tfs/Default", "https://tfs.acme.example/tfs/Default/", "'shop Build Service (Default)'")]
    public void Each_kind_of_server_has_its_address_and_identity(string collection, string address, string identity)
    {
        var variables = Azure.Variables();
        variables["SYSTEM_COLLECTIONURI"] = collection;

        var context = AzureContext.From(variables.GetValueOrDefault).Value!;

        Assert.Equal((address, identity), (context.Collection.AbsoluteUri, context.Identity));
    }

    [Theory]
    [InlineData("SYSTEM_COLLECTIONURI", "http://dev.azure.com/acme/", "MLG6028")]
    [InlineData("SYSTEM_COLLECTIONURI", null, "MLG6028")]
    [InlineData("SYSTEM_TEAMPROJECTID", "../x", "MLG6029")]
    [InlineData("BUILD_REPOSITORY_ID", "acme/shop", "MLG6029")]
    [InlineData("BUILD_BUILDID", "", "MLG6029")]
    [InlineData("SYSTEM_PULLREQUEST_SOURCECOMMITID", "HEAD", "MLG6029")]
    public void What_is_missing_is_named(string name, string? value, string code)
    {
        var variables = Azure.Variables();
        variables[name] = value;

        Assert.Equal(code, Publishing.Code(Assert.Single(AzureContext.From(variables.GetValueOrDefault).Problems)));
    }

    [Fact]
    public void Sources_on_GitHub_are_commented_there()
    {
        var variables = Azure.Variables();
        variables["BUILD_REPOSITORY_PROVIDER"] = "GitHub";
        variables["BUILD_REPOSITORY_NAME"] = "acme/shop";
        variables["BUILD_REPOSITORY_URI"] = "https://github.com/acme/shop";
        variables["SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"] = "7";
        var github = new FakeGitHub();

        Assert.Empty(
            Publishing.To(
                github,
                Publishing.Request() with
                {
                    Commit = FakeGitHub.Merge,
                },
                context: GitHubOnAzure.From(variables.GetValueOrDefault).Value!
            )
        );

        Assert.Contains("\"run\":812,", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.All(github.Calls, call => Assert.Equal("api.github.com", call.Host));
    }
}
