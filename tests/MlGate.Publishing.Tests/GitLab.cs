using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Contexts;
using MlGate.Publishing.GitLab;

namespace MlGate.Publishing.Tests;

/// <summary>Publishes to a fake GitLab.</summary>
internal static class GitLab
{
    public static Dictionary<string, string?> Variables() =>
        new()
        {
            ["GITLAB_CI"] = "true",
            ["CI_API_V4_URL"] = "https://gitlab.example/api/v4",
            ["CI_PROJECT_ID"] = "42",
            ["CI_MERGE_REQUEST_PROJECT_ID"] = "42",
            ["CI_MERGE_REQUEST_SOURCE_PROJECT_ID"] = "42",
            ["CI_MERGE_REQUEST_IID"] = "7",
            ["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] = FakeGitHub.Head,
            ["CI_COMMIT_SHA"] = FakeGitHub.Merge,
            ["CI_PIPELINE_ID"] = "5",
            ["CI_JOB_ID"] = "812",
            ["CI_JOB_URL"] = "https://gitlab.example/acme/shop/-/jobs/812",
        };

    public static GitLabContext Context(long job = 812) =>
        GitLabContext.From(Variables().GetValueOrDefault, hasToken: true).Value! with
        {
            Run = job,
        };

    public static GitLabHost Host(
        Func<HttpMessageHandler> transport,
        FakeClock? clock = null,
        GitLabContext? context = null,
        string token = "s3cret",
        TimeSpan? timeout = null
    ) =>
        new(
            context ?? Context(),
            new ServerToken(token),
            new HttpSettings(clock ?? new FakeClock(), transport, RetryLimits.Default, timeout ?? TimeSpan.FromSeconds(30))
        );

    public static IReadOnlyList<Finding> To(
        FakeGitLab fake,
        PublishRequest request,
        FakeClock? clock = null,
        long me = FakeGitLab.Bot,
        long job = 812,
        GitLabContext? context = null
    ) => Host(() => fake.As(me), clock, context ?? Context(job)).PublishAsync(request, CancellationToken.None).GetAwaiter().GetResult();
}
