using System.Globalization;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Statuses;
using Octokit;

namespace MlGate.Publishing.GitHub;

/// <summary>The line of one gate beside a commit. Two pull requests that show the same commit share it.</summary>
internal sealed class GitHubStatuses(GitHubClient client, ServerCalls calls, GitHubContext context, string gate) : IStatusStore
{
    // Not in GitHub's description of its API; a longer one is refused.
    private const int MostCharacters = 140;

    // GitHub takes a thousand of one name for a commit.
    private const int MostPages = 10;
    private const int PageSize = 100;

    private readonly string name = "mlgate/" + PlainLine.From(gate, 100);

    public bool KeepsAll => true;

    /// <summary>The status of a result.</summary>
    public static StoredStatus For(PublishRequest request, string? link)
    {
        var state = request.Result switch
        {
            ResultState.Pending => StoredStatus.Pending,
            ResultState.Passed => "success",
            ResultState.Failed => "failure",
            _ => "error",
        };
        return new StoredStatus(state, PlainLine.From(request.Summary, MostCharacters), link);
    }

    public async Task<ApiResult<IReadOnlyList<StoredStatus>>> ListAsync(CancellationToken cancel)
    {
        List<StoredStatus> found = [];
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await calls.ReadAsync("list the statuses", () => ReadPageAsync(page), cancel).ConfigureAwait(false);
            if (answer.Value is not { } all)
            {
                return answer.Error!;
            }

            found.AddRange(all.Where(one => one.Context == name).Select(one => For(one)));
            if (all.Count < PageSize)
            {
                break;
            }
        }

        return found;
    }

    public async Task<ApiResult<StoredStatus>> SetAsync(StoredStatus status, CancellationToken cancel)
    {
        var posted = new NewCommitStatus
        {
            State = status.State switch
            {
                StoredStatus.Pending => CommitState.Pending,
                "success" => CommitState.Success,
                "failure" => CommitState.Failure,
                _ => CommitState.Error,
            },
            Context = name,
            Description = status.Description,
            TargetUrl = status.Link,
        };
        var answer = await calls.TryOnceAsync("set the commit status", () => PostAsync(posted), cancel).ConfigureAwait(false);
        return answer.Value is { } kept ? For(kept) : answer.Error!;
    }

    private static StoredStatus For(StatusAnswer answer) =>
        new(answer.State ?? "", answer.Description ?? "", answer.TargetUrl)
        {
            Creator = answer.Creator?.Id.ToString(CultureInfo.InvariantCulture),
        };

    private async Task<StatusAnswer> PostAsync(NewCommitStatus status)
    {
        var response = await client
            .Connection.Post<StatusAnswer>(
                new Uri($"repos/{context.Owner}/{context.Repository}/statuses/{context.HeadSha}", UriKind.Relative),
                status,
                "application/json",
                "application/json"
            )
            .ConfigureAwait(false);
        return response.Body ?? throw new FormatException("The response has no status.");
    }

    private async Task<List<StatusAnswer>> ReadPageAsync(int page)
    {
        var response = await client
            .Connection.Get<List<StatusAnswer>>(
                new Uri($"repos/{context.Owner}/{context.Repository}/commits/{context.HeadSha}/statuses", UriKind.Relative),
                new Dictionary<string, string>
                {
                    ["per_page"] = PageSize.ToString(CultureInfo.InvariantCulture),
                    ["page"] = page.ToString(CultureInfo.InvariantCulture),
                }
            )
            .ConfigureAwait(false);
        return response.Body ?? throw new FormatException("The response has no list.");
    }
}
