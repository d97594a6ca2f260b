using MlGate.App.Location;
using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Git.Baselines;
using MlGate.Reporting.Terminal;
using MlGate.Versions;

namespace MlGate.App.UseCases;

/// <summary>Fetches for the gate of the working tree, and for that of the target branch, which judges pull requests.</summary>
/// <param name="output">Where problems are told.</param>
/// <param name="environment">Of the process.</param>
internal sealed class FetchBaselines(Output output, HostEnvironment environment)
{
    /// <summary>Folder of the content cache; null for the usual one.</summary>
    public string? Cache { get; init; }

    /// <summary>In place of the gates' own; null for that.</summary>
    public string? Baseline { get; init; }

    /// <summary>The remote of the run history; null to fetch none.</summary>
    public string? HistoryRemote { get; init; }

    /// <summary>
    /// Fetches what says which gates there are: in a pull request its base. A clone that leaves files out gets the gate files from git when
    /// they are read.
    /// </summary>
    /// <param name="folder">The folder that gates are looked for in.</param>
    /// <param name="cancel">Stops it.</param>
    private async Task<IReadOnlyList<Finding>> FetchBaseAsync(string folder, CancellationToken cancel)
    {
        using var place = new GateServices(Path.Combine(folder, GateFileSearch.DefaultName), cacheFolder: null, environment);
        return place.Versions.Checkout.Target is null ? [] : await place.Fetching.RunAsync([new("auto", [])], [], [], cancel);
    }

    /// <summary>Fetches for gates of the working directory, and the run history where a remote of it is named.</summary>
    /// <param name="named">Gate files; none for the one of this folder.</param>
    /// <param name="all">Every gate file below this folder?</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> named, bool all, CancellationToken cancel)
    {
        var folder = Directory.GetCurrentDirectory();
        var problems = await FetchBaseAsync(folder, cancel);
        if (problems.Count > 0)
        {
            output.Problems(problems);
            return ExitCode.Worst(problems.Select(Verdict.ExitOf));
        }

        var gates = new GateCommandRunner(output, Cache) { WithThoseOfTheBase = true, Target = environment.Target };
        var exit = await gates.RunAsync(named, all, (workplace, gate) => RunAsync(workplace, gate, cancel), cancel);

        // Last: no comparison waits for what decides nothing.
        problems = HistoryRemote is null ? [] : await GateServices.HistoryOf(folder).FetchAsync(HistoryRemote, cancel);
        output.Problems(problems);
        return ExitCode.Worst(problems.Select(Verdict.ExitOf).Append(exit));
    }

    private async Task<IReadOnlyList<Finding>> RunAsync(GateServices workplace, Gate gate, CancellationToken cancel)
    {
        var problems = await FetchAsync(workplace, gate, cancel);
        if (problems.Count > 0)
        {
            return problems;
        }

        using var fetched = workplace.Again();
        var judging = await fetched.JudgingAsync(gate, cancel);
        return ReferenceEquals(judging, gate) ? [] : await FetchAsync(fetched, judging, cancel);
    }

    private async Task<IReadOnlyList<Finding>> FetchAsync(GateServices workplace, Gate gate, CancellationToken cancel)
    {
        var named = Baseline ?? gate.Baseline;
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
