using System.Text.Json;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;
using Octokit;

namespace MlGate.Publishing.GitHub;

/// <summary>Tells our comments from those of others who wrote the same marker.</summary>
/// <param name="client">Of the server.</param>
/// <param name="calls">Makes the call.</param>
/// <param name="address">Where GraphQL answers: a job's token may not ask REST who it is.</param>
/// <param name="login">Whose comments are ours where GraphQL does not say; null for any bot's.</param>
internal sealed class CommentAuthors(GitHubClient client, ServerCalls calls, ApiAddress address, string? login)
{
    // Octokit's serialiser looks for snake_case, which GraphQL does not use by itself.
    private const string Query = "query($ids:[ID!]!){nodes(ids:$ids){id ... on IssueComment{viewer_did_author:viewerDidAuthor}}}";

    public async Task<IReadOnlyList<StoredComment>> SelectOwnAsync(IReadOnlyList<StoredComment> marked, CancellationToken cancel)
    {
        var ours = new List<StoredComment>();
        foreach (var chunk in marked.Chunk(100))
        {
            var written = await ReadViewersAsync(chunk, cancel).ConfigureAwait(false);
            ours.AddRange(chunk.Where(comment => written?.Contains(comment.NodeId) ?? IsLikely(comment)));
        }

        return ours;
    }

    private bool IsLikely(StoredComment comment) =>
        login is null ? comment.IsBot : string.Equals(comment.Author, login, StringComparison.OrdinalIgnoreCase);

    private async Task<HashSet<string>?> ReadViewersAsync(StoredComment[] chunk, CancellationToken cancel)
    {
        if (address.GraphQl is not { } uri)
        {
            return null;
        }

        var question = JsonSerializer.Serialize(new { query = Query, variables = new { ids = chunk.Select(comment => comment.NodeId) } });
        var answer = await calls
            .AttemptAsync(
                "ask who wrote the comments",
                () => client.Connection.Post<GraphQlAnswer>(uri, question, "application/json", "application/json"),
                cancel
            )
            .ConfigureAwait(false);
        return answer
            .Value?.Body?.Data?.Nodes?.Where(node => node is { ViewerDidAuthor: true, Id: not null })
            .Select(node => node!.Id!)
            .ToHashSet(StringComparer.Ordinal);
    }
}
