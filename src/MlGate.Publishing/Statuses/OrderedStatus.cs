using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Ordering;

namespace MlGate.Publishing.Statuses;

/// <summary>
/// Keeps the status of the newest result. The last one that is set counts, whoever set it: so each looks first, sets nothing over a newer one, and looks again afterwards. What an older run
/// set over a newer result in between is set back, by whichever of the two sees it.
/// </summary>
internal sealed class OrderedStatus(IStatusStore statuses, Patience patience)
{
    private const int MostRounds = 12;

    /// <param name="mine">The status of this result.</param>
    /// <param name="order">Which result it is: the link may have no room to tell.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Finding?> Publish(StoredStatus mine, ResultOrder order, CancellationToken cancel)
    {
        var (failures, last, set) = (0, default(Refusal), new HashSet<StoredStatus>());
        for (var round = 1; round <= MostRounds; round++)
        {
            var listed = await statuses.Listed(cancel).ConfigureAwait(false);
            if (listed.Value is not { } all) return PublishFindings.Of(listed.Refusal!, "status");

            var shown = all.Count > 0 ? all[0] : null;
            var newest = all.Where(one => one.Order is not null).MaxBy(one => one.Order);
            var isNewer = newest?.Order!.CompareTo(order) > 0;
            var superseded = isNewer ? PublishFindings.Superseded("a later result has set its status already", "status") : null;

            // Whose status it is cannot be told, but it is the end of something.
            if (mine.State == StoredStatus.Pending && shown is { Order: null } && shown.State != StoredStatus.Pending) return PublishFindings.Superseded("a result is shown already", "status");

            var best = isNewer ? newest! : mine;
            var isShown = shown is not null && best.Shows(shown);

            // Where all are kept, a list that lacks what was set lags behind.
            if (isShown || (statuses.KeepsAll && set.Contains(best))) return superseded;

            last = await statuses.Set(best, cancel).ConfigureAwait(false);
            if (last is null) set.Add(best);
            if (last is null && !statuses.KeepsAll) await patience.ForOthers(cancel).ConfigureAwait(false);
            if (last is not null && !await patience.WaitFor(last, ++failures, cancel).ConfigureAwait(false)) return PublishFindings.Of(last, "status");
        }

        return PublishFindings.Of(last ?? new Refusal(RefusalKind.Refused, "the statuses did not settle"), "status");
    }
}
