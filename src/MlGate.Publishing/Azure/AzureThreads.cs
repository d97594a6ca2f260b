using System.Globalization;
using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;

namespace MlGate.Publishing.Azure;

/// <summary>
/// The threads of one pull request. A gate has one; its first comment is the result, and its status says whether somebody must act.
/// </summary>
/// <param name="client">Of the server.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="context">What about.</param>
/// <param name="gate">The gate's name.</param>
/// <param name="status">Of the thread that is written: <c>active</c>, <c>fixed</c>.</param>
internal sealed class AzureThreads(AzureClient client, ServerCalls calls, AzureContext context, string gate, string status) : ICommentStore
{
    // Nobody sees it, and no reply or quotation carries it along.
    private const string Key = "mlgate.gate";

    private readonly Dictionary<long, (long Comment, string Status)> known = [];

    public async Task<ApiResult<IReadOnlyList<StoredComment>>> ListMarkedAsync(CancellationToken cancel)
    {
        var answer = await calls
            .ReadAsync("list the threads", () => client.SendAsync(HttpMethod.Get, "/threads"), cancel)
            .ConfigureAwait(false);
        if (answer.Value is not { } threads)
        {
            return answer.Error!;
        }

        if (threads["value"] is not JsonArray list)
        {
            return ServerErrorReader.Empty("list the threads");
        }

        return list.OfType<JsonObject>().Select(For).OfType<StoredComment>().OrderBy(comment => comment.Id).ToList();
    }

    public async Task<IReadOnlyList<StoredComment>> SelectOwnAsync(IReadOnlyList<StoredComment> marked, CancellationToken cancel)
    {
        // Where the service does not tell who we are, writing to the thread of another is refused, and the next one is tried.
        var me = await calls.AttemptAsync("ask who the token belongs to", client.OpenConnectionAsync, cancel).ConfigureAwait(false);
        return me.Value is { } connection && connection["authenticatedUser"]?["id"].Text() is { } id
            ? [.. marked.Where(comment => string.Equals(comment.Author, id, StringComparison.OrdinalIgnoreCase))]
            : marked;
    }

    public async Task<ApiResult<StoredComment>> CreateAsync(string body, CancellationToken cancel)
    {
        var thread = new JsonObject
        {
            ["comments"] = new JsonArray(
                new JsonObject
                {
                    ["parentCommentId"] = 0,
                    ["content"] = body,
                    ["commentType"] = "text",
                }
            ),
            ["status"] = status,
            ["properties"] = new JsonObject { [Key] = gate },
        };
        var answer = await calls
            .TryOnceAsync("create the thread", () => client.SendAsync(HttpMethod.Post, "/threads", thread), cancel)
            .ConfigureAwait(false);
        if (answer.Value is not { } created)
        {
            return answer.Error!;
        }

        return For(created) is { } comment ? comment : ServerErrorReader.Empty("create the thread");
    }

    public async Task<ServerError?> UpdateAsync(long id, string body, CancellationToken cancel)
    {
        var answer = await calls
            .TryOnceAsync(
                "update the comment",
                () => client.SendAsync(HttpMethod.Patch, First(id), new JsonObject { ["content"] = body }),
                cancel
            )
            .ConfigureAwait(false);
        return answer.Error;
    }

    public bool IsSettled(long id) => known.GetValueOrDefault(id).Status == status;

    public async Task<ServerError?> SettleAsync(long id, CancellationToken cancel)
    {
        var answer = await calls
            .TryOnceAsync(
                "set the thread's status",
                () => client.SendAsync(HttpMethod.Patch, Path(id), new JsonObject { ["status"] = status }),
                cancel
            )
            .ConfigureAwait(false);
        return answer.Error;
    }

    public async Task<ServerError?> DeleteAsync(long id, CancellationToken cancel)
    {
        var answer = await calls
            .WriteAsync("delete an extra comment", () => client.SendAsync(HttpMethod.Delete, First(id)), cancel)
            .ConfigureAwait(false);
        return answer.Error;
    }

    public async Task<Finding?> HasMovedAsync(CancellationToken cancel)
    {
        var answer = await calls
            .ReadAsync("read the pull request", () => client.SendAsync(HttpMethod.Get, ""), cancel)
            .ConfigureAwait(false);
        if (answer.Value is not { } pull)
        {
            return PublishFindings.For(answer.Error!, "comment");
        }

        if (pull["lastMergeSourceCommit"]?["commitId"].Text() is not { } sha)
        {
            return PublishFindings.For(ServerErrorReader.Empty("read the pull request"), "comment");
        }

        return sha == context.HeadSha ? null : PublishFindings.Superseded("the pull request has a newer commit");
    }

    private static string Path(long id) => string.Create(CultureInfo.InvariantCulture, $"/threads/{id}");

    private string First(long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path(id)}/comments/{(known.TryGetValue(id, out var about) ? about.Comment : 1)}");

    // The first comment of a thread that is ours by its hidden key and by the marker; null for any other thread.
    private StoredComment? For(JsonObject thread)
    {
        var property = thread["properties"]?[Key];
        var name = property.Text() ?? (property as JsonObject)?["$value"].Text();
        if (
            thread["isDeleted"].Flag()
            || thread["comments"] is not JsonArray { Count: > 0 } comments
            || comments[0] is not JsonObject first
            || first["isDeleted"].Flag()
        )
        {
            return null;
        }

        if (
            thread["id"].Number() is not { } id
            || first["content"].Text() is not { } content
            || (name is not null && name != gate)
            || !CommentMarker.Begins(content, gate)
        )
        {
            return null;
        }

        known[id] = (first["id"].Number() ?? 1, thread["status"].Text() ?? "");
        return new StoredComment(id, "", content, first["author"]?["id"].Text() ?? "", IsBot: false);
    }
}
