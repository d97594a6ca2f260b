using MlGate.Findings;
using MlGate.Publishing.Azure;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Contexts;

namespace MlGate.Publishing.Tests;

/// <summary>Publishes to a fake Azure DevOps.</summary>
internal static class Azure
{
    public static Dictionary<string, string?> Variables() =>
        new()
        {
            ["TF_BUILD"] = "True",
            ["SYSTEM_COLLECTIONURI"] = "https://dev.azure.com/acme/",
            ["SYSTEM_TEAMPROJECT"] = "shop",
            ["SYSTEM_TEAMPROJECTID"] = "11111111-1111-1111-1111-111111111111",
            ["BUILD_REPOSITORY_ID"] = "22222222-2222-2222-2222-222222222222",
            ["BUILD_REPOSITORY_PROVIDER"] = "TfsGit",
            ["BUILD_BUILDID"] = "812",
            ["BUILD_SOURCEVERSION"] = FakeGitHub.Merge,
            ["SYSTEM_JOBATTEMPT"] = "1",
            ["SYSTEM_PULLREQUEST_PULLREQUESTID"] = "7",
            ["SYSTEM_PULLREQUEST_SOURCECOMMITID"] = FakeGitHub.Head,
        };

    public static AzureContext Context(long run = 812, string sha = FakeGitHub.Head)
    {
        var variables = Variables();
        variables["SYSTEM_PULLREQUEST_SOURCECOMMITID"] = sha;
        return AzureContext.From(variables.GetValueOrDefault).Value! with { Run = run };
    }

    public static AzureHost Host(
        Func<HttpMessageHandler> transport,
        FakeClock? clock = null,
        AzureContext? context = null,
        string token = "s3cret"
    ) =>
        new(
            context ?? Context(),
            new ServerToken(token),
            new HttpSettings(clock ?? new FakeClock(), transport, RetryLimits.Default, TimeSpan.FromSeconds(30))
        );

    public static IReadOnlyList<Finding> To(
        FakeAzure fake,
        PublishRequest request,
        FakeClock? clock = null,
        string me = FakeAzure.Build,
        long run = 812,
        AzureContext? context = null
    ) => Host(() => fake.As(me), clock, context ?? Context(run)).PublishAsync(request, CancellationToken.None).GetAwaiter().GetResult();
}
