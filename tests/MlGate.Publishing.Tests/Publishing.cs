using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Contexts;

namespace MlGate.Publishing.Tests;

/// <summary>Publishes to a fake.</summary>
internal static class Publishing
{
    public const string Bot = "github-actions[bot]";
    public static readonly DateTimeOffset At = new(2026, 11, 22, 17, 52, 12, TimeSpan.Zero);

    public static GitHubContext Context(long run = 812, int attempt = 1, string sha = FakeGitHub.Head, string api = "https://api.github.com") => new()
    {
        Api = ApiAddress.Of(api, null, null)!,
        Owner = "acme",
        Repository = "shop",
        HeadSha = sha,
        PullRequest = 7,
        Run = run,
        Attempt = attempt,
    };

    public static PublishRequest Request(string comment = "## ❌ fails", long run = 812, int attempt = 1) => new()
    {
        Context = Context(run, attempt),
        Token = new GitHubToken("s3cret"),
        Gate = "churn",
        ExitCode = 1,
        Verdict = "fail",
        At = At,
        Summary = "2 of 14 checks fail",
        Report = "sha256:5f0c",
        Comment = comment,
    };

    public static IReadOnlyList<Finding> To(FakeGitHub fake, PublishRequest request, FakeClock? clock = null, string login = Bot) =>
        new GitHubPublisher(clock ?? new FakeClock(), () => fake.As(login), PatienceLimits.Default, TimeSpan.FromSeconds(30)).Publish(request, CancellationToken.None).GetAwaiter().GetResult();

    public static string Code(Finding finding)
    {
        Assert.False(finding.Counts);
        return finding.Code;
    }
}
