using MlGate.App.Location;
using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Git.Baselines;
using MlGate.Reporting.Terminal;
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
    private static async Task<IReadOnlyList<Finding>> FetchBaseAsync(string folder, HostEnvironment surroundings, CancellationToken cancel)
    {
        using var place = new GateServices(Path.Combine(folder, GateFileSearch.DefaultName), cacheFolder: null, surroundings);
        return place.Versions.Checkout.Target is null ? [] : await place.Fetching.RunAsync([new("auto", [])], [], [], cancel);
    }

    /// <summary>Fetches for the gates of a folder, and the run history where a remote of it is named.</summary>
    /// <param name="folder">The folder that gates are looked for in.</param>
    /// <param name="environment">Of the process.</param>
    /// <param name="ofGates">Fetches for the gates; their exit code.</param>
    /// <param name="historyRemote">The remote of the run history; null for none.</param>
    /// <param name="output">Where problems are told.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<int> RunAllAsync(
        string folder,
        HostEnvironment environment,
        Func<Task<int>> ofGates,
        string? historyRemote,
        Output output,
        CancellationToken cancel
    )
    {
        var problems = await FetchBaseAsync(folder, environment, cancel);
        if (problems.Count > 0)
        {
            output.Problems(problems);
            return ExitCode.Worst(problems.Select(Verdict.ExitOf));
        }

        var exit = await ofGates();

        // Last: no comparison waits for what decides nothing.
        problems = historyRemote is null ? [] : await GateServices.HistoryOf(folder).FetchAsync(historyRemote, cancel);
        output.Problems(problems);
        return ExitCode.Worst(problems.Select(Verdict.ExitOf).Append(exit));
    }

    /// <param name="workplace">Where the gate stands.</param>
    /// <param name="gate">Of the working tree.</param>
    /// <param name="baseline">In place of the gate's own; null for that.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<Finding>> RunAsync(GateServices workplace, Gate gate, string? baseline, CancellationToken cancel)
    {
        var problems = await FetchAsync(workplace, gate, baseline, cancel);
        if (problems.Count > 0)
        {
            return problems;
        }

        using var fetched = workplace.Again();
        var judging = await fetched.JudgingAsync(gate, cancel);
        return ReferenceEquals(judging, gate) ? [] : await FetchAsync(fetched, judging, baseline, cancel);
    }

    private static async Task<IReadOnlyList<Finding>> FetchAsync(
        GateServices workplace,
        Gate gate,
        string? baseline,
        CancellationToken cancel
    )
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

        return await workplace.Fetching.RunAsync(wanted, [.. gate.Artifacts], gate.Files, cancel);
    }
}
