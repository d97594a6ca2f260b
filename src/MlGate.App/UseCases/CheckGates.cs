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
    public Func<Func<IRunProgress, Report>, Report> ShowProgress { get; init; } = check => check(NoProgress.Nothing);

    public int Run(IReadOnlyList<string> named, bool all, CancellationToken cancel)
    {
        var found = PullRequestGates.Find(Directory.GetCurrentDirectory(), named, all, Cache, surroundings);
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
            if (SameName(gates) is { } same)
            {
                output.Problem(
                    Diagnostics.BadOption,
                    same,
                    "a unique name for each gate of the repository: it identifies comments and statuses"
                );
                return ExitCode.Usage;
            }

            return ExitCode.Worst(gates.Zip(folders, (gate, folder) => Check(gate, folder, cancel)));
        }
        finally
        {
            gates.ForEach(gate => gate.Dispose());
        }
    }

    // Reports go out under the name of the gate that judges, those of later pull requests under the one that the file has now.
    private static string? SameName(List<OpenGate> gates) =>
        gates.Count < 2
            ? null
            : Same(gates.Where(open => open.IsInTree), gate => gate.Gate.Value?.Name, "have the same name")
                ?? Same(gates, gate => gate.JudgingName, "are checked under the same name");

    private static string? Same(IEnumerable<OpenGate> gates, Func<OpenGate, string?> nameOf, string said)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var open in gates)
        {
            if (nameOf(open) is { } name && !known.TryAdd(name, open.Services.NameInRepository))
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

    private int Check(OpenGate open, string? folder, CancellationToken cancel)
    {
        using var workplace = open.Services;
        var file = Path.GetFileName(workplace.GateFile);
        if (open.Gate.Value is not { } gate)
        {
            return Finish(ProblemReport.Create(open.Gate.Problems, file, workplace.NameInRepository), RunInputs.OfFile(file), folder);
        }

        var report = ShowProgress(progress => workplace.Check(gate, Baseline, progress, cancel));

        // It decides nothing, so that what cannot be read of it is left out.
        report = PastRun.WithHistory(
            report,
            workplace.History.Read(report.Gate, MetricHistory.MostValues, run => PastRun.BelongsTo(report, run), cancel).Value ?? []
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
