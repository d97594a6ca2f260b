using System.Globalization;
using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;

namespace MlGate.Publishing.GitLab;

/// <summary>The notes of one merge request. A gate has one.</summary>
/// <param name="client">Of the server.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="context">What about.</param>
/// <param name="gate">The gate's name.</param>
internal sealed class GitLabNotes(GitLabClient client, ServerCalls calls, GitLabContext context, string gate) : ICommentStore
{
    // A merge request with more notes than this is no merge request that people read.
    private const int MostPages = 200;

    public async Task<ApiResult<IReadOnlyList<StoredComment>>> ListMarkedAsync(CancellationToken cancel)
    {
        var marked = new List<StoredComment>();
        for (int? page = 1; page is { } number; )
        {
            var answer = await calls.ReadAsync("list the notes", () => client.ListNotesAsync(number), cancel).ConfigureAwait(false);
            if (answer.Value is not { } list)
            {
                return answer.Error!;
            }

            marked.AddRange(list.Notes.OfType<JsonObject>().Select(For).OfType<StoredComment>());
            if (list.Next <= number || list.Next > MostPages)
            {
                return new ServerError(ServerErrorKind.Refused, "too many notes on the merge request");
            }

            page = list.Next;
        }

        return marked.OrderBy(comment => comment.Id).ToList();
    }

    public async Task<IReadOnlyList<StoredComment>> SelectOwnAsync(IReadOnlyList<StoredComment> marked, CancellationToken cancel)
    {
        // A maintainer's token can write to notes of anybody: where the server does not tell who we are, none is ours.
        var me = await calls.ReadAsync("ask who the token belongs to", client.ReadUserAsync, cancel).ConfigureAwait(false);
        return me.Value is { } user && user["id"].Number() is { } id
            ? [.. marked.Where(comment => comment.Author == id.ToString(CultureInfo.InvariantCulture))]
            : [];
    }

    public async Task<ApiResult<StoredComment>> CreateAsync(string body, CancellationToken cancel)
    {
        var answer = await calls
            .TryOnceAsync("create the note", () => client.SendAsync(HttpMethod.Post, "/notes", Text(body)), cancel)
            .ConfigureAwait(false);
        return answer.Value is not { } created ? answer.Error!
            : For(created) is { } comment ? comment
            : ServerErrorReader.Empty("create the note");
    }

    public async Task<ServerError?> UpdateAsync(long id, string body, CancellationToken cancel)
    {
        var answer = await calls
            .TryOnceAsync("update the note", () => client.SendAsync(HttpMethod.Put, Path(id), Text(body)), cancel)
            .ConfigureAwait(false);
        return answer.Error;
    }

    // A note has nothing but its text.
    public bool IsSettled(long id) => true;

    public Task<ServerError?> SettleAsync(long id, CancellationToken cancel) => Task.FromResult<ServerError?>(null);

    public async Task<ServerError?> DeleteAsync(long id, CancellationToken cancel)
    {
        var answer = await calls
            .WriteAsync("delete an extra note", () => client.SendAsync(HttpMethod.Delete, Path(id)), cancel)
            .ConfigureAwait(false);
        return answer.Error;
    }

    public async Task<Finding?> HasMovedAsync(CancellationToken cancel)
    {
        var answer = await calls
            .ReadAsync("read the merge request", () => client.SendAsync(HttpMethod.Get, ""), cancel)
            .ConfigureAwait(false);
        if (answer.Value is not { } request)
        {
            return PublishFindings.For(answer.Error!, "comment");
        }

        if (request["sha"].Text() is not { } sha)
        {
            return PublishFindings.For(ServerErrorReader.Empty("read the merge request"), "comment");
        }

        return sha == context.HeadSha ? null : PublishFindings.Superseded("the merge request has a newer commit");
    }

    // Whatever a body was made of: it is disarmed where it leaves.
    private static JsonObject Text(string body) => new() { ["body"] = QuickActions.Disarm(body) };

    private static string Path(long id) => string.Create(CultureInfo.InvariantCulture, $"/notes/{id}");

    private StoredComment? For(JsonObject note) =>
        note["id"].Number() is { } id
        && !note["system"].Flag()
        && note["body"].Text() is { } body
        && CommentMarker.Begins(body, gate)
        && note["author"]?["id"].Number() is { } author
            ? new StoredComment(id, "", body, author.ToString(CultureInfo.InvariantCulture), IsBot: false)
            : null;
}
