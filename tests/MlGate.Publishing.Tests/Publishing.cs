using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Contexts;
using MlGate.Publishing.GitHub;

namespace MlGate.Publishing.Tests;

/// <summary>Publishes to a fake.</summary>
internal static class Publishing
{
    public const string Bot = "github-actions[bot]";
    public static readonly DateTimeOffset At = new(2026, 11, 22, 17, 52, 12, TimeSpan.Zero);

    public static GitHubContext Context(
        long run = 812,
        int attempt = 1,
        string sha = FakeGitHub.Head,
        string api = "https://api.github.com"
    ) =>
        new()
        {
            Api = ApiAddress.From(api, null, null)!,
            Owner = "acme",
            Repository = "shop",
            HeadSha = sha,
            PullRequest = 7,
            Run = run,
            Attempt = attempt,
        };

    public static PublishRequest Request(string comment = "## ❌ fails") =>
        new()
        {
            Gate = "churn",
            ExitCode = 1,
            Verdict = "fail",
            At = At,
            Summary = "2 of 14 checks fail",
            Report = "sha256:5f0c",
            Comment = _ => comment,
        };

    public static IReadOnlyList<Finding> To(
        FakeGitHub fake,
        PublishRequest request,
        FakeClock? clock = null,
        string me = Bot,
        long run = 812,
        int attempt = 1,
        string? login = null,
        GitHubContext? context = null,
        string token = "s3cret"
    ) =>
        Host(() => fake.As(me), clock ?? new FakeClock(), context ?? Context(run, attempt), login, token)
            .PublishAsync(request, CancellationToken.None)
            .GetAwaiter()
            .GetResult();

    public static GitHubHost Host(
        Func<HttpMessageHandler> transport,
        FakeClock? clock = null,
        GitHubContext? context = null,
        string? login = null,
        string token = "s3cret",
        RetryLimits? limits = null,
        TimeSpan? timeout = null
    ) =>
        new(
            context ?? Context(),
            new ServerToken(token),
            login,
            new HttpSettings(clock ?? new FakeClock(), transport, limits ?? RetryLimits.Default, timeout ?? TimeSpan.FromSeconds(30))
        );

    public static string Code(Finding finding)
    {
        Assert.False(finding.Counts);
        return finding.Code;
    }
}
