using MlGate.Findings;
using MlGate.Platform;
using MlGate.Publishing.Jobs;
using MlGate.Publishing.Servers;

namespace MlGate.Publishing.GitHub;

/// <summary>GitHub Actions.</summary>
internal sealed class GitHubActions : IServerKind
{
    /// <summary>The variable that usually holds the token.</summary>
    public const string TokenVariable = "GITHUB_TOKEN";

    /// <summary>What the token must be allowed to do.</summary>
    public const string Permissions = "pull-requests: write (statuses: write for --status, checks: write for --check-run)";

    private const string PublicServer = "https://github.com";
    private const int MostEventBytes = 32 << 20;

    public string Name => "GitHub Actions";

    public IReadOnlyList<string> TokenVariables => [TokenVariable];

    public bool IsHere(Func<string, string?> variable) => variable("GITHUB_ACTIONS") == "true";

    public TokenNeed TokenNeed(Func<string, string?> variable) =>
        new(
            TokenVariable,
            Permissions,
            "Give the step env: GITHUB_TOKEN: ${{ github.token }}, and the job permissions: pull-requests: write"
        );

    public BuildServer Open(ServerRun run) =>
        Open(
            run,
            GitHubContext.From(run.Variable, EventOf(run.Variable("GITHUB_EVENT_PATH"))),
            new GitHubJob(run.Variable, () => $"mlgate_{Guid.NewGuid():N}"),
            run.Variable("GITHUB_SERVER_URL") ?? PublicServer
        );

    /// <summary>Publishes to GitHub, wherever the job runs.</summary>
    /// <param name="run">The run that publishes.</param>
    /// <param name="context">What it is about.</param>
    /// <param name="job">Takes summary and annotations.</param>
    /// <param name="server">Address of the server's pages.</param>
    public static BuildServer Open(ServerRun run, Result<GitHubContext> context, IJob job, string? server)
    {
        var token = run.Token(TokenVariable);
        return new BuildServer
        {
            Job = job,
            Context = context.Value,
            Host = context.Value is { } place ? new GitHubHost(place, token, run.Options.Login, run.Sending) : null,
            DrawsMermaid = true,
            Links = context.Value is { } where ? GitHubLinks.From(server, where) : null,
            Artifacts = context.Value is { IsSecondStep: true } step ? new GitHubArtifacts(step, token, run.Sending) : null,
            Problems = context.Problems,
        };
    }

    // An event that is not there is that of a run without a pull request; one that cannot be read makes no sense.
    private static string? EventOf(string? path)
    {
        if (path is not { Length: > 0 } || !File.Exists(path))
        {
            return null;
        }

        try
        {
            return RegularFile.ReadText(path, MostEventBytes, followLink: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "not readable";
        }
    }
}
