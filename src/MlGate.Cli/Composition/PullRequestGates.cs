using MlGate.Findings;
using MlGate.Git;

namespace MlGate.Cli.Composition;

/// <summary>
/// The gates that a command is about: outside of pull requests those of the working tree. A pull request is judged by those of its base, too: a gate that it removes, moves or hides
/// holds for it all the same.
/// </summary>
internal sealed class PullRequestGates
{
    private readonly string folder;
    private readonly GateTrees trees;
    private readonly HashSet<string> here;
    private readonly Lazy<GateMoves> moves;

    private PullRequestGates(string folder, IReadOnlyList<string> asked, GateTrees trees, GitVersions versions, Func<FoundGate, Workplace> open)
    {
        (this.folder, this.trees) = (folder, trees);
        here = asked.Where(versions.IsHere).ToHashSet(StringComparer.Ordinal);
        moves = new(() => new GateMoves(
            trees.AtBase.Where(file => trees.AtTip.Contains(file) && !here.Contains(file) && !versions.IsHere(file)),
            here.Union(trees.AtHead.Where(versions.IsHere)).Except(trees.AtBase),
            Removed,
            open));
    }

    /// <summary>Those of the working tree, and in a pull request those of its base.</summary>
    /// <param name="folder">The folder to search, or to take names from.</param>
    /// <param name="named">Gate files; none for the one of the folder.</param>
    /// <param name="all">All below the folder?</param>
    /// <param name="cache">Folder of the content cache; null for the usual one.</param>
    /// <param name="surroundings">Of the process.</param>
    public static Result<IReadOnlyList<FoundGate>> Find(string folder, IReadOnlyList<string> named, bool all, string? cache, Surroundings surroundings)
    {
        var inTree = InTree(folder, named, all);
        using var place = new Workplace(Path.Combine(folder, GateFileSearch.DefaultName), cache, surroundings);
        if (place.Versions.Checkout.Target is null)
        {
            return inTree;
        }

        var asked = GateFileSearch.Asked(folder, named, all);
        var trees = GateTrees.Read(place.Versions, asked.Select(file => Path.GetFileName(file)).Append(GateFileSearch.DefaultName).ToHashSet(StringComparer.Ordinal));
        if (trees.Value is null)
        {
            // Of the gates that are there, each says itself that its base is not known.
            return inTree.Value is not null || trees.Problems.All(problem => problem.Code == Diagnostics.NoBaselineFound.Code)
                ? inTree
                : Result.Failed<IReadOnlyList<FoundGate>>([.. inTree.Problems, .. trees.Problems]);
        }

        var gates = new PullRequestGates(folder, asked, trees.Value, place.Versions, found => new Workplace(found, cache, surroundings));
        return gates.Find(all ? [.. asked.Union(trees.Value.AtTip.Where(file => GateFileSearch.IsSearched(folder, file)))] : asked, all);
    }

    /// <summary>Those of the working tree alone.</summary>
    /// <param name="folder">The folder to search, or to take names from.</param>
    /// <param name="named">Gate files; none for the one of the folder.</param>
    /// <param name="all">All below the folder?</param>
    public static Result<IReadOnlyList<FoundGate>> InTree(string folder, IReadOnlyList<string> named, bool all)
    {
        var files = GateFileSearch.Find(folder, named, all);
        return files.Value is null ? Result.Failed<IReadOnlyList<FoundGate>>(files.Problems) : Result.Of<IReadOnlyList<FoundGate>>([.. files.Value.Select(file => new FoundGate(file))]);
    }

    private Result<IReadOnlyList<FoundGate>> Find(IReadOnlyList<string> wanted, bool all)
    {
        var found = wanted.Select(file => (File: file, Gate: Of(file))).ToList();
        var missing = found.Where(one => one.Gate is null).Select(one => GateFileSearch.NotFound(Path.GetRelativePath(folder, one.File))).ToList();
        if (missing.Count > 0 || found.Count == 0)
        {
            return Result.Failed<IReadOnlyList<FoundGate>>(missing.Count > 0 ? missing : [GateFileSearch.NotFound(GateFileSearch.DefaultName)]);
        }

        var gates = found.Select(one => one.Gate! with { Asked = one.File }).DistinctBy(gate => gate.File);
        return Result.Of<IReadOnlyList<FoundGate>>(all ? [.. gates.OrderBy(gate => gate.Asked, StringComparer.Ordinal)] : [.. gates]);
    }

    private FoundGate? Of(string file)
    {
        if (here.Contains(file))
        {
            return trees.AtBase.Contains(file) ? new FoundGate(file) : moves.Value.Of(file) ?? new FoundGate(file);
        }

        if (trees.AtTip.Contains(file))
        {
            return trees.AtBase.Contains(file) ? moves.Value.Of(file) ?? Removed(file) : new FoundGate(file) { OnlyAt = trees.Tip, SearchedFrom = folder };
        }

        // Behind a link, or in another repository: reading it says what there is to say.
        return File.Exists(file) ? new FoundGate(file) : null;
    }

    private FoundGate Removed(string file) => new(file) { RemovedSince = trees.Base, SearchedFrom = folder };
}
