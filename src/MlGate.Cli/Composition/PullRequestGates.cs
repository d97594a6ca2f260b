using MlGate.Findings;

namespace MlGate.Cli.Composition;

/// <summary>
/// The gates that a command is about: outside of pull requests those of the working tree. A pull request is judged by those of its base, too: a gate that it removes, moves or hides
/// holds for it all the same.
/// </summary>
internal static class PullRequestGates
{
    /// <param name="folder">The folder to search, or to take names from.</param>
    /// <param name="named">Gate files; none for the one of the folder.</param>
    /// <param name="all">All below the folder?</param>
    /// <param name="cache">Folder of the content cache; null for the usual one.</param>
    /// <param name="surroundings">Of the process.</param>
    public static Result<IReadOnlyList<FoundGate>> Find(string folder, IReadOnlyList<string> named, bool all, string? cache, Surroundings surroundings)
    {
        var inTree = InTree(folder, named, all);
        Workplace Open(FoundGate gate) => new(gate, cache, surroundings);
        using var place = Open(new FoundGate(Path.Combine(folder, GateFileSearch.DefaultName)));
        if (place.Versions.Checkout.Target is null)
        {
            return inTree;
        }

        var asked = GateFileSearch.Asked(folder, named, all);
        var read = GateTrees.Read(place.Versions, asked.Select(file => Path.GetFileName(file)).Append(GateFileSearch.DefaultName).ToHashSet(StringComparer.Ordinal));
        if (read.Value is not { } trees)
        {
            // Of the gates that are there each says itself that its base is not known.
            return inTree.Value is not null || read.Problems.All(problem => problem.Code == Diagnostics.NoBaselineFound.Code)
                ? inTree
                : Result.Failed<IReadOnlyList<FoundGate>>([.. inTree.Problems, .. read.Problems]);
        }

        FoundGate Removed(string file) => new(file) { RemovedSince = trees.Base, SearchedFrom = folder };
        var here = asked.Where(place.Versions.IsHere).ToHashSet(StringComparer.Ordinal);
        bool IsGone(string file) => trees.AtTip.Contains(file) && !here.Contains(file) && !place.Versions.IsHere(file);
        var moves = new Lazy<GateMoves>(() => new GateMoves(
            trees.AtBase.Where(IsGone), here.Union(trees.AtHead.Where(place.Versions.IsHere)).Except(trees.AtBase), Removed, Open));

        FoundGate? Of(string file) =>
            here.Contains(file) ? trees.AtBase.Contains(file) ? new FoundGate(file) : moves.Value.Of(file) ?? new FoundGate(file)
            : trees.AtBase.Contains(file) && trees.AtTip.Contains(file) ? moves.Value.Of(file) ?? Removed(file)
            : trees.AtTip.Contains(file) ? new FoundGate(file) { OnlyAt = trees.Tip, SearchedFrom = folder }
            : File.Exists(file) ? new FoundGate(file)
            : null;

        var wanted = asked.Concat(all ? trees.AtTip.Where(file => GateFileSearch.IsSearched(folder, file)) : []).Distinct(StringComparer.Ordinal).ToList();
        var missing = wanted.Where(file => Of(file) is null).Select(file => GateFileSearch.NotFound(Path.GetRelativePath(folder, file))).ToList();
        var found = wanted.Select(file => Of(file) is { } gate ? gate with { Asked = file } : null).OfType<FoundGate>().DistinctBy(gate => gate.File).ToList();
        return missing.Count > 0 ? Result.Failed<IReadOnlyList<FoundGate>>(missing)
            : found.Count == 0 ? Result.Failed<IReadOnlyList<FoundGate>>(inTree.Problems)
            : Result.Of<IReadOnlyList<FoundGate>>(all ? [.. found.OrderBy(gate => gate.Asked, StringComparer.Ordinal)] : found);
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
}
