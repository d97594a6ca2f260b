using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Ordering;

namespace MlGate.Publishing.Statuses;

/// <summary>
/// Keeps the status of the newest result. The last one that is set counts, whoever set it, so each sets its own first and looks afterwards:
/// the answer tells who the token belongs to, and only what
/// that one has set can be newer and is set back. Anybody may set a status that looks newer, and no such status may keep a result away or
/// be set again in our name.
/// </summary>
internal sealed class OrderedStatus(IStatusStore statuses, RetryPolicy patience)
{
    private const int MostRounds = 12;

    // Of the lists so far: where a status replaces the one before, a later list lacks what was written over.
    private readonly HashSet<StoredStatus> seen = [];
    private readonly HashSet<StoredStatus> set = [];
    private string? creator;

    /// <param name="mine">The status of this result.</param>
    /// <param name="order">Which result it is: the link may have no room to tell.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Finding?> PublishAsync(StoredStatus mine, ResultOrder order, CancellationToken cancel)
    {
        var (failures, last) = (0, default(ServerError));
        for (var round = 1; round <= MostRounds; round++)
        {
            var listed = await statuses.ListAsync(cancel).ConfigureAwait(false);
            if (listed.Value is not { } all)
            {
                return PublishFindings.For(listed.Error!, "status");
            }

            seen.UnionWith(all);
            var shown = all.Count > 0 ? all[0] : null;

            // Whose status it is cannot be told yet, but it is the end of something.
            if (set.Count == 0 && mine.State == StoredStatus.Pending && IsEnd(shown, order))
            {
                return PublishFindings.Superseded("a result is already published", "status");
            }

            var newer = seen.Where(one => creator is not null && one.Creator == creator && one.Order?.CompareTo(order) > 0)
                .MaxBy(one => one.Order);
            var best = newer ?? mine;

            // Where all are kept, a list that lacks what was set lags behind.
            var isShown = set.Count > 0 && shown is not null && best.Shows(shown);
            if (isShown || (statuses.KeepsAll && set.Contains(best)))
            {
                return newer is null
                    ? null
                    : PublishFindings.Superseded("a later result, or a worse one of the same attempt, already has a status", "status");
            }

            // Something newer may be ours. Until it is known who we are, nothing green is set in its place.
            if (set.Count == 0 && best.IsGreen && seen.Any(one => one.Order?.CompareTo(order) > 0))
            {
                best = best with { State = StoredStatus.Pending, Link = null };
            }

            var answer = await statuses.SetAsync(best, cancel).ConfigureAwait(false);
            last = answer.Error;
            creator ??= answer.Value?.Creator;
            if (last is null)
            {
                set.Add(best);
            }

            if (last is null && !statuses.KeepsAll)
            {
                await patience.WaitForOthersAsync(cancel).ConfigureAwait(false);
            }

            if (last is not null && !await patience.WaitForAsync(last, ++failures, cancel).ConfigureAwait(false))
            {
                return PublishFindings.For(last, "status");
            }
        }

        return PublishFindings.For(last ?? new ServerError(ServerErrorKind.Refused, "the statuses keep changing"), "status");
    }

    private static bool IsEnd(StoredStatus? shown, ResultOrder order) =>
        shown is not null && shown.State != StoredStatus.Pending && (shown.Order is null || shown.Order.CompareTo(order) > 0);
}
