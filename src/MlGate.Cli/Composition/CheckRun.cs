using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Reporting;
using MlGate.Reports;
using MlGate.Runs;

namespace MlGate.Cli.Composition;

/// <summary>Runs gates, prints their reports and writes the files that a build reads.</summary>
internal sealed class CheckRun(Output output, Surroundings surroundings)
{
    public string? Baseline { get; init; }

    public string? Cache { get; init; }

    public required string Format { get; init; }

    public string? OutputFolder { get; init; }

    public IReadOnlyList<string> ReportFormats { get; init; } = [];

    public bool Verbose { get; init; }

    public bool ShowProgress { get; init; } = true;

    public int Run(IReadOnlyList<string> named, bool all, CancellationToken cancel)
    {
        var files = GateFileSearch.Find(Directory.GetCurrentDirectory(), named, all);
        if (files.Value is null)
        {
            var first = named.Count > 0 ? named[0] : GateFileSearch.DefaultName;
            Clear(OutputFolder);
            return Finish(ProblemReport.Of(files.Problems, first, first), RunInputs.OfFile(Path.GetFileName(first)), OutputFolder);
        }

        var places = files.Value.Select(file => Path.GetRelativePath(Directory.GetCurrentDirectory(), file)).ToList();
        if (OutputFolder is not null && places.Count > 1 && places.Exists(place => Path.IsPathRooted(place) || place.Split(Path.DirectorySeparatorChar)[0] == ".."))
        {
            output.Problem(Diagnostics.BadOption, "--output for several gates has no place for one that is not below this folder", "gates below this folder");
            return ExitCode.Usage;
        }

        // Each of several gates has a folder below, under the gate file's own path. All are cleared first: a run that dies must not leave an earlier answer standing.
        var folders = places.ConvertAll(place => OutputFolder is null || places.Count == 1 ? OutputFolder : Path.Combine(OutputFolder, place));
        folders.ForEach(Clear);
        if (files.Value.Count > 1 && SameName(files.Value) is { } same)
        {
            output.Problem(Diagnostics.BadOption, same, "a name of its own for each gate of a repository: comments and statuses are found by it");
            return ExitCode.Usage;
        }

        return ExitCode.Worst(files.Value.Zip(folders, (file, folder) => Check(file, folder, cancel)));
    }

    private string? SameName(IReadOnlyList<string> files)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var workplace = new Workplace(file, Cache, surroundings);
            if (workplace.ReadGate().Value is { } gate && !known.TryAdd(gate.Name, workplace.NameInRepository))
            {
                return $"{known[gate.Name]} and {workplace.NameInRepository} have the same name, {gate.Name}";
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

    private int Check(string file, string? folder, CancellationToken cancel)
    {
        using var workplace = new Workplace(file, Cache, surroundings);
        var gate = workplace.ReadGate();
        if (gate.Value is null)
        {
            return Finish(ProblemReport.Of(gate.Problems, Path.GetFileName(file), workplace.NameInRepository), RunInputs.OfFile(Path.GetFileName(file)), folder);
        }

        var report = Progressing(progress => workplace.Check(gate.Value, Baseline, progress, cancel));

        // It decides nothing, so that what cannot be read of it is left out.
        report = PastRun.WithHistory(report, workplace.History.Read(report.Gate, MetricHistory.MostValues, run => PastRun.BelongsTo(report, run), cancel).Value ?? []);
        return Finish(report, RunInputs.Of(gate.Value, report, workplace.Versions.Checkout, Baseline, workplace.Folder), folder);
    }

    private Report Progressing(Func<IRunProgress, Report> run) =>
        !ShowProgress || Format != "text" ? run(Silence.Nothing)
        : Console.IsErrorRedirected ? run(new LineProgress(output))
        : LiveProgress.During(Console.Error, run);

    private int Finish(Report report, string inputs, string? folder)
    {
        if (folder is not null)
        {
            ReportFolder.Write(folder, report, inputs, ReportFormats);
        }

        output.Report(report, Format, Verbose);
        return report.Verdict.ExitCode;
    }
}
