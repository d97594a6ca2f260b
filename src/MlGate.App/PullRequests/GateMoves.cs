using MlGate.App.Location;
using MlGate.App.Services;
using MlGate.Gates;

namespace MlGate.App.PullRequests;

/// <summary>
/// Finds out where a pull request moves gates to. A gate is known by its name: one that the base has, and whose file is gone, is the same
/// as one of its name that the base does not have,
/// wherever that stands, also where nobody would look for gates.
/// </summary>
internal sealed class GateMoves
{
    private readonly Dictionary<string, GateLocation> fates = new(StringComparer.Ordinal);

    /// <param name="departed">Files of the base that are gone.</param>
    /// <param name="arrived">Files that the base does not have.</param>
    /// <param name="removed">What a file of the base is when it is gone for good.</param>
    /// <param name="open">Opens a gate.</param>
    public GateMoves(
        IEnumerable<string> departed,
        IEnumerable<string> arrived,
        Func<string, GateLocation.Removed> removed,
        Func<GateLocation, GateServices> open
    )
    {
        var gone = departed.Order(StringComparer.Ordinal).ToList();
        var free = (gone.Count == 0 ? [] : arrived)
            .Order(StringComparer.Ordinal)
            .Select(file => (File: file, Name: Read(new GateLocation.InTree(file), open)?.Name))
            .Where(one => one.Name is not null)
            .ToList();
        foreach (var file in gone)
        {
            if (
                free.Count == 0
                || Read(removed(file), open) is not { } gate
                || free.FindIndex(one => one.Name == gate.Name) is not (>= 0 and var match)
            )
            {
                continue;
            }

            var arrival = free[match].File;
            free.RemoveAt(match);
            var moved = new GateLocation.Moved(arrival, file);
            (GateLocation Departed, GateLocation Arrived) fate = (
                !LeadsTo(file, arrival) && Leaves(removed(file), gate, open),
                HasAny(moved, gate, open)
            ) switch
            {
                (false, _) => (moved, moved),

                // The file alone was moved: what it is about is judged where that still is.
                (true, false) => (removed(file) with { WentTo = arrival }, removed(file) with { WentTo = arrival }),

                // Were one of the two places to judge for both, what is at the other would get by.
                (true, true) => (removed(file), new GateLocation.CopyOfRemoved(arrival, file)),
            };
            (fates[file], fates[arrival]) = fate;
        }
    }

    /// <summary>What became of a file, that departed or arrived; null where it was not moved.</summary>
    public GateLocation? Find(string file) => fates.GetValueOrDefault(file);

    // A link can be left at the old place, or further up, for those who know that: what is behind it is at the new one. So it is where the
    // file alone has a new name.
    private static bool LeadsTo(string file, string arrival) =>
        RealFolder.From(Path.GetDirectoryName(file)!) is { } folder && folder == RealFolder.From(Path.GetDirectoryName(arrival)!);

    private static Gate? Read(GateLocation gate, Func<GateLocation, GateServices> open)
    {
        using var workplace = open(gate);
        return workplace.ReadGate().Value;
    }

    private static bool HasAny(GateLocation at, Gate gate, Func<GateLocation, GateServices> open)
    {
        using var workplace = open(at);
        return gate.Artifacts.Any(workplace.Versions.IsThere);
    }

    private static bool Leaves(GateLocation.Removed removed, Gate gate, Func<GateLocation, GateServices> open)
    {
        using var workplace = open(removed);
        return workplace.RemovalOf(gate)!.Leaves(gate, workplace.Versions);
    }
}
