using System.Net;
using System.Text;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;
using MlGate.Publishing.Contexts;
using MlGate.Publishing.GitHub;

namespace MlGate.Publishing.Tests;

/// <summary>Client and fake over a real network, with GitHub's description held to both by a program that knows neither.</summary>
public sealed class PrismTests
{
    private readonly FakeGitHub fake = new();

    [Fact]
    public async Task All_that_is_published_passes_the_description()
    {
        using var server = new LocalServer(fake.As(Publishing.Bot));
        using var prism = await Start(server);
        fake.Add(Publishing.Bot, "Bot", CommentMarker.From("churn") + "\none");
        fake.Add(Publishing.Bot, "Bot", CommentMarker.From("churn") + "\ntwo");
        for (var i = 0; i < 120; i++)
        {
            fake.Add("ann", "User", "talk");
        }

        var annotations = Enumerable
            .Range(1, 60)
            .Select(line => new PublishedAnnotation("mlgate.yml", line, true, "recall", "drop"))
            .ToList();
        var request = Publishing.Request() with
        {
            Commit = FakeGitHub.Merge,
            CommitStatus = true,
            CheckRun = true,
            Annotations = annotations,
        };

        var findings = await Host(
                prism,
                Publishing.Context(api: prism.Address) with
                {
                    PullRequest = null,
                    Head = new HeadPlace("fork", "fork/shop", "topic"),
                    IsSecondStep = true,
                }
            )
            .PublishAsync(request, CancellationToken.None);
        var second = await Host(prism, Publishing.Context(813, api: prism.Address))
            .PublishAsync(Publishing.Request("later"), CancellationToken.None);

        Assert.Empty(server.Faults);
        Assert.Empty(findings);
        Assert.Empty(second);
        Assert.Contains("later", Assert.Single(fake.Comments, comment => comment.Login == Publishing.Bot).Body, StringComparison.Ordinal);
        Assert.Equal((1, 60), (fake.Statuses.Count, fake.CheckRuns[0]["output"]!["annotations"]!.AsArray().Count));
        Assert.Equal(["DELETE", "GET", "PATCH", "POST"], fake.Calls.Select(call => call.Method).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_first_comment_is_made_through_it()
    {
        using var server = new LocalServer(fake.As(Publishing.Bot));
        using var prism = await Start(server);

        Assert.Empty(await Host(prism, Publishing.Context(api: prism.Address)).PublishAsync(Publishing.Request(), CancellationToken.None));

        Assert.Contains("fails", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_request_does_not_reach_the_fake_and_a_wrong_answer_not_the_client()
    {
        using var server = new LocalServer(fake.As(Publishing.Bot));
        using var prism = await Start(server);
        using var http = new HttpClient();
        using var wrong = await http.PostAsync(
            new Uri(prism.Address + "/repos/acme/shop/issues/7/comments"),
            new StringContent("{\"text\":1}", Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Empty(fake.Calls);

        // The client alone would take it: what is missing is nothing that it reads.
        fake.After = (_, call, answer) =>
            call.Method == "GET" && call.Path.EndsWith("comments", StringComparison.Ordinal)
                ? FakeGitHub.Answer(200, "[{\"id\":5}]")
                : answer;

        Assert.Equal(
            "MLG6025",
            Publishing.Code(
                Assert.Single(
                    await Host(prism, Publishing.Context(api: prism.Address)).PublishAsync(Publishing.Request(), CancellationToken.None)
                )
            )
        );
    }

    private static async Task<Prism> Start(LocalServer server)
    {
        // On a machine that has everything, a test that does not run is one that fails.
        if (Environment.GetEnvironmentVariable("MLGATE_SKIP_NOTHING") != "1")
        {
            Assert.SkipUnless(Prism.Script is not null, "Prism is not installed: npm ci --prefix eng/npm --ignore-scripts");
        }

        return await Prism.Start(server.Address, TestContext.Current.CancellationToken);
    }

    private static GitHubHost Host(Prism prism, GitHubContext context)
    {
        Assert.Equal(prism.Address + "/", context.Api.Rest.AbsoluteUri);
        return new GitHubHost(
            context,
            new ServerToken("s3cret"),
            null,
            new HttpSettings(new FakeClock(), HttpSettings.Network, RetryLimits.Default, TimeSpan.FromSeconds(30))
        );
    }
}
