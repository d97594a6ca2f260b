using MlGate.App.Location;
using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Git;

namespace MlGate.App.PullRequests;

/// <summary>
/// The gates that a command is about: outside of pull requests those of the working tree. A pull request is judged by those of its base,
/// too: a gate that it removes, moves or hides
/// holds for it all the same.
/// </summary>
internal sealed class PullRequestGates
{
    // Problems of which each gate that is there says itself that nobody knows whose it is.
    private static readonly string[] SaidByGates =
    [
        Diagnostics.NoBaselineFound.Code,
        Diagnostics.UnknownRef.Code,
        Diagnostics.ShallowClone.Code,
        Diagnostics.PolicyOutdated.Code,
        Diagnostics.HistoryMissing.Code,
    ];

    private readonly string folder;
    private readonly GateTrees trees;
    private readonly HashSet<string> here;
    private readonly List<string> departed;
    private readonly Lazy<List<string>> added;
    private readonly Lazy<HashSet<string>> stayingData;
    private readonly Lazy<GateMoves> moves;

    private PullRequestGates(
        string folder,
        IReadOnlyList<string> asked,
        GateTrees trees,
        GitVersions versions,
        Func<GateLocation, GateServices> open
    )
    {
        (this.folder, this.trees) = (folder, trees);
        here = asked.Where(versions.IsHere).ToHashSet(StringComparer.Ordinal);
        departed =
        [
            .. trees.AtBase.Where(file =>
                trees.AtTip.Contains(file) && !here.Contains(file) && !IsNotCheckedOut(file) && !versions.IsHere(file)
            ),
        ];
        added = new(() => [.. here.Union(trees.AtHead).Except(trees.AtBase).Order(StringComparer.Ordinal)]);
        stayingData = new(() => [.. trees.AtBase.Where(versions.IsHere).SelectMany(file => DataAtBase(file, open))]);
        moves = new(() => new GateMoves(departed, added.Value.Where(file => here.Contains(file) || versions.IsHere(file)), Removed, open));
    }

    /// <summary>Those of the working tree, and in a pull request those of its base.</summary>
    /// <param name="folder">The folder to search, or to take names from.</param>
    /// <param name="named">Gate files; none for the one of the folder.</param>
    /// <param name="all">All below the folder?</param>
    /// <param name="cache">Folder of the content cache; null for the usual one.</param>
    /// <param name="surroundings">Of the process.</param>
    /// <param name="cancel">Stops the search.</param>
    public static async Task<Result<IReadOnlyList<GateLocation>>> FindAsync(
        string folder,
        IReadOnlyList<string> named,
        bool all,
        string? cache,
        HostEnvironment surroundings,
        CancellationToken cancel
    )
    {
        var inTree = InTree(folder, named, all);
        using var place = new GateServices(Path.Combine(folder, GateFileSearch.DefaultName), cache, surroundings);
        if (place.Versions.Checkout.Target is null)
        {
            return inTree;
        }

        var asked = GateFileSearch.Asked(folder, named, all);
        var names = asked.Select(file => Path.GetFileName(file)).Append(GateFileSearch.DefaultName).ToHashSet(StringComparer.Ordinal);
        var trees = await GateTrees.ReadAsync(
            place.Versions,
            names,
            known =>
                all
                || asked
                    .Concat(known.AtBase.Where(known.AtTip.Contains))
                    .Any(file => !known.AtBase.Contains(file) || !place.Versions.IsHere(file)),
            cancel
        );
        if (trees.Value is null)
        {
            return
                trees.Problems.All(problem => problem.Code == Diagnostics.NoBaselineFound.Code)
                || (inTree.Value is not null && trees.Problems.All(problem => SaidByGates.Contains(problem.Code)))
                ? inTree
                : Result.Failed<IReadOnlyList<GateLocation>>([.. inTree.Problems, .. trees.Problems]);
        }

        var gates = new PullRequestGates(folder, asked, trees.Value, place.Versions, found => new GateServices(found, cache, surroundings));
        return gates.Find(
            all
                ? [.. asked.Union(trees.Value.AtTip.Union(trees.Value.AtHead).Where(file => GateFileSearch.IsSearched(folder, file)))]
                : asked,
            all
        );
    }

    /// <summary>Those of the working tree alone.</summary>
    /// <param name="folder">The folder to search, or to take names from.</param>
    /// <param name="named">Gate files; none for the one of the folder.</param>
    /// <param name="all">All below the folder?</param>
    public static Result<IReadOnlyList<GateLocation>> InTree(string folder, IReadOnlyList<string> named, bool all)
    {
        var files = GateFileSearch.Find(folder, named, all);
        return files.Value is null
            ? Result.Failed<IReadOnlyList<GateLocation>>(files.Problems)
            : Result.Success<IReadOnlyList<GateLocation>>([.. files.Value.Select(file => new GateLocation.InTree(file))]);
    }

    private Result<IReadOnlyList<GateLocation>> Find(IReadOnlyList<string> wanted, bool all)
    {
        var found = wanted.Select(file => (File: file, Gate: Locate(file))).ToList();
        var missing = found
            .Where(one => one.Gate is null)
            .Select(one => GateFileSearch.NotFound(Path.GetRelativePath(folder, one.File)))
            .ToList();
        if (missing.Count > 0 || found.Count == 0)
        {
            return Result.Failed<IReadOnlyList<GateLocation>>(
                missing.Count > 0 ? missing : [GateFileSearch.NotFound(GateFileSearch.DefaultName)]
            );
        }

        var gates = found.Select(one => one.Gate! with { RequestedPath = one.File }).DistinctBy(gate => gate.File).ToList();
        if (
            BehindLinks(wanted, all)
                .Where(file => !gates.Exists(gate => gate.File == file || (gate is GateLocation.Moved moved && moved.From == file)))
                .ToList() is
            { Count: > 0 } hidden
        )
        {
            return Result.Failed<IReadOnlyList<GateLocation>>(
                hidden.ConvertAll(file => GateFileSearch.BehindLink(Path.GetRelativePath(folder, file)))
            );
        }

        return Result.Success<IReadOnlyList<GateLocation>>(
            all ? [.. gates.OrderBy(gate => gate.RequestedPath, StringComparer.Ordinal)] : [.. gates]
        );
    }

    private GateLocation? Locate(string file)
    {
        if (here.Contains(file))
        {
            return trees.AtBase.Contains(file)
                ? new GateLocation.InTree(file)
                : Whole(moves.Value.Find(file)) ?? new GateLocation.InTree(file);
        }

        if (IsNotCheckedOut(file))
        {
            return new GateLocation.NotCheckedOut(file, folder);
        }

        if (trees.AtTip.Contains(file))
        {
            return trees.AtBase.Contains(file)
                ? Whole(moves.Value.Find(file) ?? Removed(file))
                : new GateLocation.OnlyOnTarget(file, trees.Tip, folder);
        }

        // Behind a link, or in another repository: reading it says what there is to say.
        return File.Exists(file) ? new GateLocation.InTree(file) : null;
    }

    private bool IsNotCheckedOut(string file) => trees.AtHead.Contains(file) && !File.Exists(file);

    // The system names the folder that a process was started in by where a link leads: what the base has under the link's own name would
    // not be looked for.
    private IEnumerable<string> BehindLinks(IReadOnlyList<string> wanted, bool all)
    {
        var searched = RealFolder.From(folder) ?? folder;
        return from file in departed
            where !wanted.Contains(file)
            let parent = Path.GetDirectoryName(file)!
            let real = RealFolder.From(parent)
            where real is not null && real != parent
            let now = Path.Combine(real, Path.GetFileName(file))
            where all ? GateFileSearch.IsSearched(searched, now) : wanted.Contains(now)
            select file;
    }

    private GateLocation.Removed Removed(string file) => AtBase(file) with { StayingData = stayingData.Value };

    // A file of the base: there is one.
    private GateLocation.Removed AtBase(string file) => new(file, trees.Base!, folder);

    // Which gates are new is known only when all that were moved are.
    private GateLocation? Whole(GateLocation? gate) =>
        gate is GateLocation.Removed removed ? removed with { Added = added.Value.Find(file => moves.Value.Find(file) is null) } : gate;

    private IEnumerable<string> DataAtBase(string file, Func<GateLocation, GateServices> open)
    {
        using var workplace = open(AtBase(file));
        return [.. (workplace.ReadGate().Value?.Datasets ?? []).Select(dataset => Path.GetFullPath(dataset.Path, workplace.Folder))];
    }
}
