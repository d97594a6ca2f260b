using System.Globalization;
using System.Text.Json;
using MlGate.Findings;
using MlGate.Publishing.Contexts;

namespace MlGate.Publishing.GitHub;

/// <summary>Where a run of GitHub Actions happens, and what it is about.</summary>
internal sealed record GitHubContext : RunContext
{
    /// <summary>Of the server that the run belongs to.</summary>
    public required ApiAddress Api { get; init; }

    /// <summary>The repository's owner.</summary>
    public required string Owner { get; init; }

    /// <summary>The repository's name.</summary>
    public required string Repository { get; init; }

    /// <summary>
    /// The merge commit that Actions made of the pull request, and that is checked out unless a workflow asks for another; null elsewhere.
    /// </summary>
    public string? MergeSha { get; init; }

    /// <summary>The pull request's number; null where the event does not name one.</summary>
    public int? PullRequest { get; init; }

    /// <summary>
    /// Of <c>workflow_run</c>: where the measured commit comes from. The pull request is searched by it, as the event names none for forks.
    /// </summary>
    public HeadPlace? Head { get; init; }

    /// <summary>
    /// Of <c>workflow_run</c>: when the measured attempt began. What was kept before is that of an earlier one; null where it is not known.
    /// </summary>
    public DateTimeOffset? StartedAt { get; init; }

    public override bool HasPullRequest => PullRequest is not null || Head is not null;

    /// <summary>Reads the variables and the event of a run.</summary>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    /// <param name="eventJson">The text of the file at <c>GITHUB_EVENT_PATH</c>; null where there is none.</param>
    public static Result<GitHubContext> From(Func<string, string?> variable, string? eventJson)
    {
        var repository = (variable("GITHUB_REPOSITORY") ?? "").Split('/');
        if (repository is not [{ Length: > 0 }, { Length: > 0 }])
        {
            return PublishFindings.PlaceUnknown("GITHUB_REPOSITORY is not a repository");
        }

        if (ApiAddress.From(variable("GITHUB_API_URL"), variable("GITHUB_SERVER_URL"), variable("GITHUB_GRAPHQL_URL")) is not { } api)
        {
            return PublishFindings.AddressUnsafe("GITHUB_API_URL is not an https address");
        }

        if (!long.TryParse(variable("GITHUB_RUN_ID"), NumberStyles.None, CultureInfo.InvariantCulture, out var run))
        {
            return PublishFindings.PlaceUnknown("GITHUB_RUN_ID is not a number");
        }

        EventFacts facts;
        try
        {
            facts = EventFacts.From(eventJson);
        }
        catch (JsonException)
        {
            return PublishFindings.PlaceUnknown("the event file is not readable JSON");
        }

        var sha = facts.HeadSha ?? variable("GITHUB_SHA");
        if (sha is not { Length: >= 40 and <= 64 } || !sha.All(char.IsAsciiHexDigitLower))
        {
            return PublishFindings.PlaceUnknown("no commit in the event or GITHUB_SHA");
        }

        var fork =
            (facts.HeadRepository is not null || facts.IsSecondStep)
            && !string.Equals(facts.HeadRepository, string.Join('/', repository), StringComparison.OrdinalIgnoreCase);
        var (id, attempt) = (
            facts.Run ?? run,
            facts.Attempt
                ?? (int.TryParse(variable("GITHUB_RUN_ATTEMPT"), NumberStyles.None, CultureInfo.InvariantCulture, out var own) ? own : 1)
        );
        return new GitHubContext
        {
            Api = api,
            Owner = repository[0],
            Repository = repository[1],
            HeadSha = sha,

            // Only there is it the server's merge of the pull request; elsewhere it is the target branch, and a report of that says nothing
            // of the pull request.
            MergeSha = variable("GITHUB_EVENT_NAME") == "pull_request" ? variable("GITHUB_SHA") : null,
            PullRequest = facts.PullRequest,
            Head = facts.Head,
            StartedAt = facts.StartedAt,
            Run = id,
            Attempt = attempt,
            Page = PageOf(variable("GITHUB_SERVER_URL"), string.Join('/', repository), id, attempt),
            IsSecondStep = facts.IsSecondStep,
            IsFork = fork,

            // pull_request_target and workflow_run run code of the target branch, and get a token that writes.
            ReadOnly = variable("GITHUB_EVENT_NAME") == "pull_request" && (fork || variable("GITHUB_ACTOR") == "dependabot[bot]"),
        };
    }

    private static Uri? PageOf(string? server, string repository, long run, int attempt) =>
        Uri.TryCreate(server, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? new Uri(uri, string.Create(CultureInfo.InvariantCulture, $"/{repository}/actions/runs/{run}/attempts/{attempt}"))
            : null;
}

/// <summary>A branch of a repository, maybe a fork.</summary>
/// <param name="Owner">The repository's owner.</param>
/// <param name="Repository">Owner and name.</param>
/// <param name="Branch">Without <c>refs/heads/</c>.</param>
internal sealed record HeadPlace(string Owner, string Repository, string Branch);
