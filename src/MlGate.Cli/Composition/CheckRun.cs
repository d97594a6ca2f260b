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
        if (OutputFolder is not null && files.Value is { Count: > 1 })
        {
            output.Problem(Diagnostics.BadOption, "--output names one folder for several gates", "one gate");
            return ExitCode.Usage;
        }

        if (OutputFolder is not null && Directory.Exists(OutputFolder))
        {
            ReportFolder.Clear(OutputFolder);
        }

        if (files.Value is null)
        {
            var name = named.Count > 0 ? named[0] : GateFileSearch.DefaultName;
            return Finish(ProblemReport.Of(files.Problems, name, name), RunInputs.OfFile(Path.GetFileName(name)));
        }

        return ExitCode.Worst(files.Value.Select(file => Check(file, cancel)));
    }

    private int Check(string file, CancellationToken cancel)
    {
        using var workplace = new Workplace(file, Cache, surroundings);
        var gate = workplace.ReadGate();
        if (gate.Value is null)
        {
            return Finish(ProblemReport.Of(gate.Problems, Path.GetFileName(file), workplace.NameInRepository), RunInputs.OfFile(Path.GetFileName(file)));
        }

        var report = Progressing(progress => workplace.Check(gate.Value, Baseline, progress, cancel));
        return Finish(report, RunInputs.Of(gate.Value, report, workplace.Versions.Checkout, Baseline, workplace.Folder));
    }

    private Report Progressing(Func<IRunProgress, Report> run) =>
        !ShowProgress || Format != "text" ? run(Silence.Nothing)
        : Console.IsErrorRedirected ? run(new LineProgress(output))
        : LiveProgress.During(Console.Error, run);

    private int Finish(Report report, string inputs)
    {
        if (OutputFolder is not null)
        {
            ReportFolder.Write(OutputFolder, report, inputs, ReportFormats);
        }

        output.Report(report, Format, Verbose);
        return report.Verdict.ExitCode;
    }
}
