using System.Globalization;
using MlGate.Findings;
using MlGate.Publishing.Contexts;

namespace MlGate.Publishing.GitLab;

/// <summary>Where a job of GitLab CI runs for a merge request.</summary>
internal sealed record GitLabContext : RunContext
{
    /// <summary>The address of the API, ends with a slash.</summary>
    public required Uri Api { get; init; }

    /// <summary>The project of the merge request: of a fork's pipeline that of the target.</summary>
    public required long Project { get; init; }

    /// <summary>The merge request's number; null for a pipeline of a branch.</summary>
    public long? MergeRequest { get; init; }

    /// <summary>The commit of the pipeline: of a pipeline for merged results a merge that the server made.</summary>
    public required string PipelineSha { get; init; }

    public override bool HasPullRequest => MergeRequest is not null;

    /// <summary>Reads the variables of a job.</summary>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    /// <param name="hasToken">Does the job have a token? Pipelines of forks usually have none.</param>
    public static Result<GitLabContext> From(Func<string, string?> variable, bool hasToken)
    {
        if (AddressOf(variable("CI_API_V4_URL")) is not { } api)
        {
            return PublishFindings.AddressUnsafe("CI_API_V4_URL is not an https address");
        }

        var own = Number(variable("CI_PROJECT_ID"));
        if ((Number(variable("CI_MERGE_REQUEST_PROJECT_ID")) ?? own) is not { } project)
        {
            return PublishFindings.PlaceUnknown("CI_PROJECT_ID is not a number");
        }

        // A job that is run again has another id in the same pipeline: its result is the later one.
        if (Number(variable("CI_JOB_ID")) is not { } job || Commit(variable("CI_COMMIT_SHA")) is not { } sha)
        {
            return PublishFindings.PlaceUnknown("CI_JOB_ID is not a number, or CI_COMMIT_SHA is not a commit");
        }

        var fork = (Number(variable("CI_MERGE_REQUEST_SOURCE_PROJECT_ID")) ?? project) != project;
        return new GitLabContext
        {
            Api = api,
            Project = project,
            MergeRequest = Number(variable("CI_MERGE_REQUEST_IID")),
            HeadSha = Commit(variable("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA")) ?? sha,
            PipelineSha = sha,
            Run = job,
            Attempt = 1,
            Page = Uri.TryCreate(variable("CI_JOB_URL"), UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps ? page : null,
            IsFork = fork,
            ReadOnly = fork && !hasToken,
        };
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Commit(string? text) => text is { Length: >= 40 and <= 64 } && text.All(char.IsAsciiHexDigitLower) ? text : null;

    private static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text?.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var uri)
        && uri is { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : null;
}
