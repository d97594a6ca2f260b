using MlGate.App.Location;
using MlGate.App.PullRequests;
using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Reporting.Terminal;
using MlGate.Reports;
using MlGate.Runs;

namespace MlGate.App.UseCases;

/// <summary>Runs gates, prints their reports and writes the files that a build reads.</summary>
internal sealed class CheckGates(Output output, HostEnvironment surroundings)
{
    public string? Baseline { get; init; }

    public string? Cache { get; init; }

    public string? OutputFolder { get; init; }

    public IReadOnlyList<string> ReportFormats { get; init; } = [];

    /// <summary>Prints a finished report.</summary>
    public required Action<Report> Print { get; init; }

    /// <summary>Runs a check while its progress is shown.</summary>
    public Func<Func<IRunProgress, Task<Report>>, Task<Report>> ShowProgress { get; init; } = check => check(NoProgress.Nothing);

    public async Task<int> RunAsync(IReadOnlyList<string> named, bool all, CancellationToken cancel)
    {
        var found = await PullRequestGates.FindAsync(Directory.GetCurrentDirectory(), named, all, Cache, surroundings, cancel);
        if (found.Value is null)
        {
            var first = named.Count > 0 ? named[0] : GateFileSearch.DefaultName;
            Clear(OutputFolder);
            return Finish(ProblemReport.Create(found.Problems, first, first), RunInputs.OfFile(Path.GetFileName(first)), OutputFolder);
        }

        var places = found.Value.Select(gate => Path.GetRelativePath(Directory.GetCurrentDirectory(), gate.RequestedPath)).ToList();
        if (
            OutputFolder is not null
            && places.Count > 1
            && places.Exists(place => Path.IsPathRooted(place) || place.Split(Path.DirectorySeparatorChar)[0] == "..")
        )
        {
            output.Problem(
                Diagnostics.BadOption,
                "--output for several gates needs all gates below this folder",
                "gates below this folder"
            );
            return ExitCode.Usage;
        }

        // Each of several gates has a folder below, under the gate file's own path. All are cleared first: a run that dies must not leave
        // an earlier answer standing.
        var folders = places.ConvertAll(place =>
            OutputFolder is null || places.Count == 1 ? OutputFolder : Path.Combine(OutputFolder, place)
        );
        folders.ForEach(Clear);

        var gates = found.Value.Select(gate => new OpenGate(gate, Cache, surroundings)).ToList();
        try
        {
            if (await FindSameNameAsync(gates, cancel) is { } same)
            {
                output.Problem(
                    Diagnostics.BadOption,
                    same,
                    "a unique name for each gate of the repository: it identifies comments and statuses"
                );
                return ExitCode.Usage;
            }

            var exits = new List<int>();
            foreach (var (gate, reports) in gates.Zip(folders))
            {
                exits.Add(await CheckAsync(gate, reports, cancel));
            }

            return ExitCode.Worst(exits);
        }
        finally
        {
            gates.ForEach(gate => gate.Dispose());
        }
    }

    // Reports go out under the name of the gate that judges, those of later pull requests under the one that the file has now.
    private static async Task<string?> FindSameNameAsync(List<OpenGate> gates, CancellationToken cancel) =>
        gates.Count < 2
            ? null
            : await FindSameAsync(gates.Where(open => open.IsInTree), gate => Task.FromResult(gate.Gate.Value?.Name), "have the same name")
                ?? await FindSameAsync(gates, gate => gate.FindJudgingNameAsync(cancel), "are checked under the same name");

    private static async Task<string?> FindSameAsync(IEnumerable<OpenGate> gates, Func<OpenGate, Task<string?>> nameOf, string said)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var open in gates)
        {
            if (await nameOf(open) is { } name && !known.TryAdd(name, open.Services.NameInRepository))
            {
                return $"{known[name]} and {open.Services.NameInRepository} {said}, {name}";
            }
        }

        return null;
    }

    private static void Clear(string? folder)
    {
        if (folder is not null && Directory.Exists(folder))
        {
            ReportFolder.Clear(folder);
        }
    }

    private async Task<int> CheckAsync(OpenGate open, string? folder, CancellationToken cancel)
    {
        using var workplace = open.Services;
        var file = Path.GetFileName(workplace.GateFile);
        if (open.Gate.Value is not { } gate)
        {
            return Finish(ProblemReport.Create(open.Gate.Problems, file, workplace.NameInRepository), RunInputs.OfFile(file), folder);
        }

        var report = await ShowProgress(progress => workplace.CheckAsync(gate, Baseline, progress, cancel));

        // It decides nothing, so that what cannot be read of it is left out.
        report = PastRun.WithHistory(
            report,
            (await workplace.History.ReadAsync(report.Gate, MetricHistory.MostValues, run => PastRun.BelongsTo(report, run), cancel)).Value
                ?? []
        );
        return Finish(report, RunInputs.From(gate, report, workplace.Versions.Checkout, Baseline, workplace.Folder), folder);
    }

    private int Finish(Report report, string inputs, string? folder)
    {
        if (folder is not null)
        {
            ReportFolder.Write(folder, report, inputs, ReportFormats);
        }

        Print(report);
        return report.Verdict.ExitCode;
    }
}
