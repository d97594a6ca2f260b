using MlGate.Findings;
using MlGate.Platform;
using MlGate.Publishing.Artifacts;
using MlGate.Publishing.Azure;
using MlGate.Publishing.Contexts;
using MlGate.Publishing.GitHub;
using MlGate.Publishing.Jobs;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Terminal;

namespace MlGate.Publishing.Run;

/// <summary>Where this runs, and whom it can tell.</summary>
internal sealed record BuildServer
{
    private const int MostEventBytes = 32 << 20;

    /// <summary>Takes summary, annotations and outputs; null outside of build servers.</summary>
    public IJob? Job { get; init; }

    /// <summary>What the run is about; null where it is not known.</summary>
    public RunContext? Context { get; init; }

    /// <summary>Takes comment, status and check run; null where it is not known.</summary>
    public IPullRequestHost? Host { get; init; }

    /// <summary>Gives what the measured run kept; null where there is no such thing.</summary>
    public IRunArtifacts? Artifacts { get; init; }

    /// <summary>Bytes of a comment.</summary>
    public int CommentBytes { get; init; } = MarkdownBudget.Comment;

    /// <summary>Does the host of the comment draw charts that are written in Mermaid's language?</summary>
    public bool DrawsMermaid { get; init; }

    /// <summary>Why it is not known.</summary>
    public IReadOnlyList<Finding> Problems { get; init; } = [];

    /// <summary>Finds out.</summary>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    /// <param name="options">Of the command line.</param>
    /// <param name="output">The log.</param>
    /// <param name="sending">How requests leave.</param>
    public static BuildServer Find(Func<string, string?> variable, PublishOptions options, Output output, HttpSettings sending)
    {
        ServerToken Token(string usual) => new(variable(options.TokenVariable ?? usual) ?? "");
        if (variable("GITHUB_ACTIONS") == "true")
        {
            var job = new GitHubJob(variable, () => $"mlgate_{Guid.NewGuid():N}");
            return OnGitHub(GitHubContext.From(variable, EventOf(variable("GITHUB_EVENT_PATH"))), job);
        }

        if (string.Equals(variable("TF_BUILD"), "true", StringComparison.OrdinalIgnoreCase))
        {
            var job = new AzureJob(variable, output);
            if (variable("BUILD_REPOSITORY_PROVIDER") is "GitHub" or "GitHubEnterprise")
            {
                return OnGitHub(GitHubOnAzure.From(variable), job);
            }

            var azure = AzureContext.From(variable);
            return new BuildServer
            {
                Job = job,
                Context = azure.Value,
                Host = azure.Value is { } place ? new AzureHost(place, Token("SYSTEM_ACCESSTOKEN"), sending) : null,
                CommentBytes = AzureHost.MostBytes,
                Problems = azure.Problems,
            };
        }

        return new BuildServer { Problems = [PublishFindings.PlaceUnknown("neither GitHub Actions nor Azure Pipelines")] };

        BuildServer OnGitHub(Result<GitHubContext> context, IJob job) =>
            new()
            {
                Job = job,
                Context = context.Value,
                Host = context.Value is { } place ? new GitHubHost(place, Token("GITHUB_TOKEN"), options.Login, sending) : null,
                DrawsMermaid = true,
                Artifacts = context.Value is { IsSecondStep: true } step ? new GitHubArtifacts(step, Token("GITHUB_TOKEN"), sending) : null,
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
