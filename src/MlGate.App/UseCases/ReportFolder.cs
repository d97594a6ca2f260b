using MlGate.Platform;
using MlGate.Reporting;
using MlGate.Reporting.Formats;
using MlGate.Reporting.Json;
using MlGate.Reports;

namespace MlGate.App.UseCases;

/// <summary>The files that a build reads: each is written whole or not at all, the diagnostics last.</summary>
internal static class ReportFolder
{
    /// <summary>Removes what an earlier run left: a run that dies must not leave its answer standing.</summary>
    public static void Clear(string folder)
    {
        foreach (var name in new[] { "report.json", "inputs.txt", "diagnostics.json" })
        {
            File.Delete(Path.Combine(folder, name));
        }
    }

    public static void Write(string folder, Report report, string inputs, IReadOnlyList<string> formats)
    {
        Directory.CreateDirectory(folder);
        Whole(Path.Combine(folder, "report.json"), ReportJson.Write(report));
        Whole(Path.Combine(folder, "inputs.txt"), inputs);
        foreach (var renderer in formats.Select(Renderers.Find).OfType<IReportRenderer>().Where(renderer => renderer.Format != "json"))
        {
            Whole(Path.Combine(folder, "report." + renderer.Extension), renderer.Render(report));
        }

        WriteDiagnostics(folder, report);
    }

    /// <summary>What a build logs, alone: of a verb that measures nothing.</summary>
    public static void WriteDiagnostics(string folder, Report report)
    {
        Directory.CreateDirectory(folder);
        Whole(Path.Combine(folder, "diagnostics.json"), DiagnosticsJson.Write(report));
    }

    private static void Whole(string path, string text) => RegularFile.Write(path, text, flush: true);
}
