using MlGate.Findings;

namespace MlGate.Publishing.Tests;

/// <summary>
/// Two runs that publish to what is there already, in every order of their requests. No server writes only if nothing has changed, so one
/// order is lost on comments: the older run read before,
/// and its write arrives after the newer run has looked for the last time. These tests say that there is no other.
/// </summary>
public sealed class OverwritingTests
{
    private const int Older = 0;
    private const int Newer = 1;

    [Fact]
    public async Task The_newer_result_stands_in_one_comment_unless_the_older_was_on_its_way_all_the_time()
    {
        var (fake, lost) = (new FakeGitHub(), 0);
        var orders = await Interleavings.All(
            request => Has(request, "comments"),
            turn =>
            {
                fake = new FakeGitHub();
                Publishing.To(fake, Publishing.Request("before"), run: 810);
                return OnGitHub(fake, turn, Publishing.Request());
            },
            steps =>
            {
                var late = Interleavings.WroteAfterTheLastLook(steps, Older, Newer);
                lost += late ? 1 : 0;
                Assert.Contains(late ? "result 811" : "result 812", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
            }
        );

        Assert.InRange(orders, 20, 1_000);
        Assert.Equal(2, lost);
    }

    [Fact]
    public async Task The_newer_result_stands_in_one_thread_with_its_status_unless_the_older_was_on_its_way_all_the_time()
    {
        var (fake, late) = (new FakeAzure(), 0);
        var orders = await Interleavings.All(
            request => Has(request, "threads"),
            turn =>
            {
                fake = new FakeAzure();
                Azure.To(fake, Publishing.Request("before"), run: 810);
                return OnAzure(fake, turn, Publishing.Request());
            },
            steps =>
            {
                var thread = Assert.Single(fake.Open);
                if (Interleavings.WroteAfterTheLastLook(steps, Older, Newer))
                {
                    late++;
                }
                else
                {
                    Assert.Equal(("result 812", "active"), (thread.Content.Split('\n')[1], thread.Status));
                }
            }
        );

        Assert.InRange(orders, 50, 5_000);
        Assert.InRange(late, 1, orders / 10);
    }

    [Fact]
    public async Task The_status_of_the_newer_result_stands_in_every_order()
    {
        var fake = new FakeGitHub();
        var request = Publishing.Request() with { Comment = null, CommitStatus = true, Details = new Uri("https://ci.example/1") };
        var orders = await Interleavings.All(
            one => Has(one, "statuses"),
            turn =>
            {
                fake = new FakeGitHub();
                Publishing.To(fake, request with { ExitCode = null, Verdict = "measuring", Report = "" }, run: 810);
                return OnGitHub(fake, turn, request);
            },
            _ => Assert.Equal(("failure", "result 812"), ((string)fake.Statuses[^1]["state"]!, (string)fake.Statuses[^1]["description"]!))
        );

        Assert.InRange(orders, 20, 1_000);
    }

    [Fact]
    public async Task The_status_of_the_newer_result_stands_on_Azure_unless_the_older_was_on_its_way_all_the_time()
    {
        var (fake, lost) = (new FakeAzure(), 0);
        var request = Publishing.Request() with { Comment = null, CommitStatus = true, Details = new Uri("https://ci.example/1") };
        var orders = await Interleavings.All(
            one => Has(one, "statuses"),
            turn =>
            {
                fake = new FakeAzure();
                return OnAzure(fake, turn, request);
            },
            steps =>
            {
                var shown = ((string)Assert.Single(fake.Statuses)["state"]!, (string)fake.Statuses[0]["description"]!);
                if (shown == ("failed", "result 812"))
                {
                    return;
                }

                Assert.True(Interleavings.WroteAfterTheLastLook(steps, Older, Newer));
                lost++;
            }
        );

        Assert.InRange(orders, 10, 1_000);
        Assert.Equal(2, lost);
    }

    [Fact]
    public void A_write_that_is_tried_again_looks_first_what_stands_there_by_then()
    {
        var (fake, azure, refused) = (new FakeGitHub(), new FakeAzure(), 0);
        Publishing.To(fake, Publishing.Request("before"), run: 810);
        Azure.To(azure, Publishing.Request("before"), run: 810);
        fake.Before = (_, call) => Refuse(call, () => Publishing.To(fake, Publishing.Request("newer"), run: 812));
        azure.Before = (_, call) => Refuse(call, () => Azure.To(azure, Publishing.Request("newer"), run: 812));

        Publishing.To(fake, Publishing.Request("older"), run: 811);
        Azure.To(azure, Publishing.Request("older"), run: 811);

        Assert.Equal(2, refused);
        Assert.Contains("newer", Assert.Single(fake.Comments).Body, StringComparison.Ordinal);
        Assert.Contains("newer", Assert.Single(azure.Open).Content, StringComparison.Ordinal);

        // The first write of the older run is refused, and until it comes again the newer one has published.
        HttpResponseMessage? Refuse(FakeCall call, Action publish)
        {
            if (
                call.Method != "PATCH"
                || !call.Body!.ToJsonString().Contains("older", StringComparison.Ordinal)
                || refused == (call.Host == "dev.azure.com" ? 2 : 1)
            )
            {
                return null;
            }

            refused++;
            publish();
            return FakeGitHub.Answer(502);
        }
    }

    // The older passes and the newer fails: what stands in the end is told apart by more than its text.
    private static PublishRequest Of(PublishRequest request, long run) =>
        request with
        {
            ExitCode = run == 811 ? ExitCode.Passed : ExitCode.Failed,
            Summary = $"result {run}",
            Comment = request.Comment is null ? null : _ => $"result {run}",
        };

    private static List<Task> OnGitHub(FakeGitHub fake, Func<HttpMessageHandler, HttpMessageHandler> turn, PublishRequest request) =>
        [
            .. new long[] { 811, 812 }.Select(run =>
            {
                var door = turn(fake.As(Publishing.Bot));
                return Publishing
                    .Host(() => door, context: Publishing.Context(run), timeout: TimeSpan.FromMinutes(5))
                    .PublishAsync(Of(request, run), CancellationToken.None);
            }),
        ];

    private static List<Task> OnAzure(FakeAzure fake, Func<HttpMessageHandler, HttpMessageHandler> turn, PublishRequest request) =>
        [
            .. new long[] { 811, 812 }.Select(run =>
            {
                var door = turn(fake.As(FakeAzure.Build));
                return Azure.Host(() => door, context: Azure.Context(run)).PublishAsync(Of(request, run), CancellationToken.None);
            }),
        ];

    private static bool Has(HttpRequestMessage request, string part) => request.RequestUri!.AbsolutePath.Split('/').Contains(part);
}
