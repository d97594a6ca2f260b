using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Cli.Composition;

/// <summary>Fetches for the gate of the working tree, and for that of the target branch, which judges pull requests.</summary>
internal static class FetchRun
{
    /// <summary>Fetches what says which gates there are: in a pull request its base, with the gate files that it has.</summary>
    /// <param name="folder">The folder that gates are looked for in.</param>
    /// <param name="surroundings">Of the process.</param>
    /// <param name="cancel">Stops it.</param>
    public static IReadOnlyList<Finding> OfBase(string folder, Surroundings surroundings, CancellationToken cancel)
    {
        using var place = new Workplace(Path.Combine(folder, GateFileSearch.DefaultName), cacheFolder: null, surroundings);
        return place.Versions.Checkout.Target is null ? [] : place.Fetching.Run(["auto"], [], [], cancel);
    }

    /// <param name="workplace">Where the gate stands.</param>
    /// <param name="gate">Of the working tree.</param>
    /// <param name="baseline">In place of the gate's own; null for that.</param>
    /// <param name="cancel">Stops it.</param>
    public static IReadOnlyList<Finding> Run(Workplace workplace, Gate gate, string? baseline, CancellationToken cancel)
    {
        var problems = Of(workplace, gate, baseline, cancel);
        if (problems.Count > 0) return problems;

        using var fetched = workplace.Again();
        var judging = fetched.Judging(gate);
        return ReferenceEquals(judging, gate) ? [] : Of(fetched, judging, baseline, cancel);
    }

    private static IReadOnlyList<Finding> Of(Workplace workplace, Gate gate, string? baseline, CancellationToken cancel)
    {
        // The gate of the target branch is found by the merge base, whatever the models are compared with.
        string[] wanted = [.. new[] { workplace.Versions.Checkout.Target is null ? null : "auto", baseline ?? gate.Baseline, gate.Anchor }.OfType<string>().Distinct(StringComparer.Ordinal)];
        return workplace.Fetching.Run(wanted, [.. gate.Artifacts], gate.Files, cancel);
    }
}
