using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Ordering;
using MlGate.Reports;

namespace MlGate.Publishing.Comments;

/// <summary>
/// Keeps one comment per gate. Each round looks at what is there and does one step towards it: two publishers that started at once end with
/// the same comment,
/// the one with the lowest id, and the newest result in it. No server writes a comment only if it is as it was read, so whoever changed one
/// looks again when the
/// writes that others had begun have arrived.
/// </summary>
internal sealed class StickyComment(ICommentStore comments, RetryPolicy patience)
{
    private const int MostRounds = 12;

    private readonly HashSet<long> notOurs = [];
    private StoredComment? created;

    /// <param name="request">Names the gate.</param>
    /// <param name="text">The comment of this result, given the text that stands there; null for none.</param>
    /// <param name="state">Of this result.</param>
    /// <param name="mostBytes">What the server takes.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<Finding>> PublishAsync(
        PublishRequest request,
        Func<string?, string> text,
        CommentState state,
        int mostBytes,
        CancellationToken cancel
    )
    {
        var shortened = false;
        var finding = await PublishAsync(Body, state, cancel).ConfigureAwait(false);
        return finding is not null ? [finding]
            : shortened ? [PublishFindings.Shortened("comment")]
            : [];

        string Body(string? before)
        {
            var body = CommentBody.From(request.Gate, text(before), state, mostBytes);
            shortened = body.Shortened;
            return body.Text;
        }
    }

    private async Task<Finding?> PublishAsync(Func<string?, string> text, CommentState state, CancellationToken cancel)
    {
        var (failures, last) = (0, default(ServerError));
        for (var round = 1; round <= MostRounds; round++)
        {
            if (await comments.HasMovedAsync(cancel).ConfigureAwait(false) is { } moved)
            {
                return moved;
            }

            // The list comes last: between it and the write another publisher can be overwritten, so that time must be short.
            var marked = await comments.ListMarkedAsync(cancel).ConfigureAwait(false);
            if (marked.Value is not { } all)
            {
                return PublishFindings.For(marked.Error!, "comment");
            }

            var ours = await SelectOwnAsync(all, cancel).ConfigureAwait(false);

            if (ours.Count == 0)
            {
                // After a refusal the comment may exist nevertheless: the next round lists before it creates again.
                var answer = await comments.CreateAsync(text(null), cancel).ConfigureAwait(false);
                created = answer.Value;
                last = answer.Error;
            }
            else
            {
                var (best, superseded) = Best(ours, text, state);
                var first = ours[0];
                var written = CommentBody.Same(first.Body, best);
                if (written && (superseded is not null || comments.IsSettled(first.Id)))
                {
                    return await RemoveAsync(ours.Skip(1), cancel).ConfigureAwait(false) ?? superseded;
                }

                last = written
                    ? await comments.SettleAsync(first.Id, cancel).ConfigureAwait(false)
                    : await comments.UpdateAsync(first.Id, best, cancel).ConfigureAwait(false);
                if (last is { Kind: ServerErrorKind.NotFound or ServerErrorKind.NotPermitted })
                {
                    // Deleted meanwhile, or not ours after all.
                    notOurs.Add(first.Id);
                    if (created?.Id == first.Id)
                    {
                        created = null;
                    }

                    continue;
                }

                // What was created is among what others list; what was changed can be overwritten by one who looked before.
                if (last is null)
                {
                    await patience.WaitForOthersAsync(cancel).ConfigureAwait(false);
                }
            }

            if (last is not null && !await patience.WaitForAsync(last, ++failures, cancel).ConfigureAwait(false))
            {
                return PublishFindings.For(last, "comment");
            }
        }

        return PublishFindings.For(
            last ?? new ServerError(ServerErrorKind.Refused, "the comments of the pull request keep changing"),
            "comment"
        );
    }

    private async Task<List<StoredComment>> SelectOwnAsync(IReadOnlyList<StoredComment> all, CancellationToken cancel)
    {
        var candidates = all.Where(comment => !notOurs.Contains(comment.Id) && comment.Id != created?.Id).ToList();
        var ours = candidates.Count == 0 ? [] : (await comments.SelectOwnAsync(candidates, cancel).ConfigureAwait(false)).ToList();

        // A list may lag behind: what was just created is there, whether it is listed or not.
        if (created is not null)
        {
            ours.Add(all.FirstOrDefault(comment => comment.Id == created.Id) ?? created);
        }

        return [.. ours.OrderBy(comment => comment.Id)];
    }

    private static (string Body, Finding? Superseded) Best(List<StoredComment> ours, Func<string?, string> text, CommentState state)
    {
        // What another commit's run wrote is older: the pull request shows the commit of this run.
        var stored = ours.Select(comment => (comment.Body, State: CommentState.Read(comment.Body)))
            .OrderByDescending(one => ResultOrder.From(one.State))
            .ToList();
        if (stored.FirstOrDefault(one => one.State is { } other && other.Sha == state.Sha && IsNewer(other, state)) is { Body: { } newer })
        {
            return (newer, PublishFindings.Superseded("a later result, or a worse one of the same attempt, is already published"));
        }

        // This very result is there: what it says of the one before it cannot be told again.
        return (stored.FirstOrDefault(one => one.State == state).Body ?? text(stored[0].Body), null);
    }

    // Of two reports of one second one must win, or two publishers would replace each other's for ever.
    private static bool IsNewer(CommentState other, CommentState state) =>
        ResultOrder.From(other)?.CompareTo(ResultOrder.From(state)) switch
        {
            null or < 0 => false,
            > 0 => true,
            _ => string.CompareOrdinal(other.Report, state.Report) > 0,
        };

    private async Task<Finding?> RemoveAsync(IEnumerable<StoredComment> extra, CancellationToken cancel)
    {
        foreach (var comment in extra)
        {
            var refusal = await comments.DeleteAsync(comment.Id, cancel).ConfigureAwait(false);
            if (refusal is not null and not { Kind: ServerErrorKind.NotFound or ServerErrorKind.NotPermitted })
            {
                return PublishFindings.For(refusal, "comment");
            }
        }

        return null;
    }
}
