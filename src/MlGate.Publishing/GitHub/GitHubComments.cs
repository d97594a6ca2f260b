using System.Globalization;
using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;
using Octokit;

namespace MlGate.Publishing.GitHub;

/// <summary>Reads and writes the comments of one pull request.</summary>
internal sealed class GitHubComments(
    GitHubClient client,
    ServerCalls calls,
    GitHubContext context,
    int number,
    string gate,
    CommentAuthors authors,
    PullRequests pulls
) : ICommentStore
{
    // GitHub has no pull request of that many; a server that never ends its pages must not hold the run.
    private const int MostPages = 100;

    public async Task<ApiResult<IReadOnlyList<StoredComment>>> ListMarkedAsync(CancellationToken cancel)
    {
        var marked = new SortedDictionary<long, StoredComment>();
        for (var page = 1; page <= MostPages; page++)
        {
            // A page at a time, at an address of our own: a failure repeats one page, and no link of an answer is followed.
            var answer = await calls.ReadAsync("list the comments", () => ReadPageAsync(page), cancel).ConfigureAwait(false);
            if (answer.Value is not { } response)
            {
                return answer.Error!;
            }

            foreach (var comment in response.Body.Where(comment => CommentMarker.Begins(comment.Body, gate)))
            {
                marked[comment.Id] = For(comment);
            }

            if (!response.HttpResponse.ApiInfo.Links.ContainsKey("next"))
            {
                break;
            }
        }

        return marked.Values.ToList();
    }

    public Task<IReadOnlyList<StoredComment>> SelectOwnAsync(IReadOnlyList<StoredComment> marked, CancellationToken cancel) =>
        authors.SelectOwnAsync(marked, cancel);

    public Task<Finding?> HasMovedAsync(CancellationToken cancel) => pulls.HasMovedAsync(number, cancel);

    public async Task<ApiResult<StoredComment>> CreateAsync(string body, CancellationToken cancel)
    {
        var answer = await calls
            .TryOnceAsync("create the comment", () => client.Issue.Comment.Create(context.Owner, context.Repository, number, body), cancel)
            .ConfigureAwait(false);
        return answer.Value is { } comment
            ? new StoredComment(comment.Id, comment.NodeId ?? "", comment.Body ?? "", comment.User?.Login ?? "", IsBot: false)
            : answer.Error!;
    }

    public async Task<ServerError?> UpdateAsync(long id, string body, CancellationToken cancel) =>
        (
            await calls
                .TryOnceAsync("update the comment", () => client.Issue.Comment.Update(context.Owner, context.Repository, id, body), cancel)
                .ConfigureAwait(false)
        ).Error;

    public bool IsSettled(long id) => true;

    public Task<ServerError?> SettleAsync(long id, CancellationToken cancel) => Task.FromResult<ServerError?>(null);

    public async Task<ServerError?> DeleteAsync(long id, CancellationToken cancel) =>
        (await calls.WriteAsync("delete an extra comment", () => RemoveAsync(id), cancel).ConfigureAwait(false)).Error;

    private static StoredComment For(CommentAnswer comment) =>
        new(comment.Id, comment.NodeId ?? "", comment.Body ?? "", comment.User?.Login ?? "", comment.User?.Type == "Bot");

    private async Task<string> RemoveAsync(long id)
    {
        await client.Issue.Comment.Delete(context.Owner, context.Repository, id).ConfigureAwait(false);
        return "deleted";
    }

    private async Task<IApiResponse<List<CommentAnswer>>> ReadPageAsync(int page)
    {
        var response = await client
            .Connection.Get<List<CommentAnswer>>(
                new Uri($"repos/{context.Owner}/{context.Repository}/issues/{number}/comments", UriKind.Relative),
                new Dictionary<string, string> { ["per_page"] = "100", ["page"] = page.ToString(CultureInfo.InvariantCulture) }
            )
            .ConfigureAwait(false);

        // A body that cannot be read as a list becomes null.
        return response.Body is null ? throw new FormatException("The response has no list.") : response;
    }
}
