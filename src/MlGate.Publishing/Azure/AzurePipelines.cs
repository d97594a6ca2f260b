using MlGate.Publishing.GitHub;
using MlGate.Publishing.Jobs;
using MlGate.Publishing.Servers;

namespace MlGate.Publishing.Azure;

/// <summary>Azure Pipelines, with sources in Azure Repos or on GitHub.</summary>
internal sealed class AzurePipelines : IServerKind
{
    private const string TokenVariable = "SYSTEM_ACCESSTOKEN";

    public string Name => "Azure Pipelines";

    public IReadOnlyList<string> TokenVariables => [TokenVariable];

    public bool IsHere(Func<string, string?> variable) => string.Equals(variable("TF_BUILD"), "true", StringComparison.OrdinalIgnoreCase);

    public TokenNeed TokenNeed(Func<string, string?> variable) =>
        IsOnGitHub(variable)
            ? new(
                GitHubActions.TokenVariable,
                GitHubActions.Permissions,
                "Store a GitHub token as a secret variable, and give the step env: GITHUB_TOKEN: $(githubToken)"
            )
            : new(
                TokenVariable,
                "the permission Contribute to pull requests for \"<Project> Build Service (<organization>)\"",
                "Give the step env: SYSTEM_ACCESSTOKEN: $(System.AccessToken)"
            );

    public BuildServer Open(ServerRun run)
    {
        var job = new AzureJob(run.Variable, run.Output);
        if (IsOnGitHub(run.Variable))
        {
            return GitHubActions.Open(run, GitHubOnAzure.From(run.Variable), job, GitHubOnAzure.ServerOf(run.Variable));
        }

        var azure = AzureContext.From(run.Variable);
        return new BuildServer
        {
            Job = job,
            Context = azure.Value,
            Host = azure.Value is { } place ? new AzureHost(place, run.Token(TokenVariable), run.Sending) : null,
            CommentBytes = AzureHost.MostBytes,
            Links = azure.Value is { } where ? AzureLinks.From(where) : null,
            Problems = azure.Problems,
        };
    }

    private static bool IsOnGitHub(Func<string, string?> variable) =>
        variable("BUILD_REPOSITORY_PROVIDER") is "GitHub" or "GitHubEnterprise";
}
