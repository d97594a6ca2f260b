using MlGate.App.Location;
using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Git.Baselines;
using MlGate.Versions;

namespace MlGate.App.UseCases;

/// <summary>Fetches for the gate of the working tree, and for that of the target branch, which judges pull requests.</summary>
internal static class FetchBaselines
{
    /// <summary>
    /// Fetches what says which gates there are: in a pull request its base. A clone that leaves files out gets the gate files from git when
    /// they are read.
    /// </summary>
    /// <param name="folder">The folder that gates are looked for in.</param>
    /// <param name="surroundings">Of the process.</param>
    /// <param name="cancel">Stops it.</param>
    public static IReadOnlyList<Finding> OfBase(string folder, HostEnvironment surroundings, CancellationToken cancel)
    {
        using var place = new GateServices(Path.Combine(folder, GateFileSearch.DefaultName), cacheFolder: null, surroundings);
        return place.Versions.Checkout.Target is null ? [] : place.Fetching.Run([new("auto", [])], [], [], cancel);
    }

    /// <param name="workplace">Where the gate stands.</param>
    /// <param name="gate">Of the working tree.</param>
    /// <param name="baseline">In place of the gate's own; null for that.</param>
    /// <param name="cancel">Stops it.</param>
    public static IReadOnlyList<Finding> Run(GateServices workplace, Gate gate, string? baseline, CancellationToken cancel)
    {
        var problems = Fetch(workplace, gate, baseline, cancel);
        if (problems.Count > 0)
        {
            return problems;
        }

        using var fetched = workplace.Again();
        var judging = fetched.Judging(gate);
        return ReferenceEquals(judging, gate) ? [] : Fetch(fetched, judging, baseline, cancel);
    }

    private static IReadOnlyList<Finding> Fetch(GateServices workplace, Gate gate, string? baseline, CancellationToken cancel)
    {
        var named = baseline ?? gate.Baseline;
        var wanted = new List<WantedBaseline> { new(named, [.. gate.Artifacts]) };
        IReadOnlyList<Artifact> tests = [.. gate.TestSets.Select(test => test.Artifact)];

        // The gate of the target branch and its test sets are found by the merge base, whatever the models are compared with.
        if (named != "auto" && workplace.Versions.Checkout.Target is not null)
        {
            wanted.Add(new("auto", tests.Count > 0 ? tests : [.. gate.Artifacts]));
        }

        // Data for training is compared with the baseline alone.
        if (gate.Anchor is { } anchor && anchor != named)
        {
            wanted.Add(new(anchor, [.. tests, .. gate.Models.Select(model => model.Artifact)]));
        }

        return workplace.Fetching.Run(wanted, [.. gate.Artifacts], gate.Files, cancel);
    }
}
