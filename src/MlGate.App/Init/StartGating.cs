using MlGate.App.Location;
using MlGate.App.Services;
using MlGate.App.UseCases;
using MlGate.Findings;
using MlGate.Reporting.Terminal;
using MlGate.Reports;

namespace MlGate.App.Init;

/// <summary>Writes a gate file that passes on what is there, has a project gate with it, and checks it.</summary>
/// <param name="output">Where it is told.</param>
internal sealed class StartGating(Output output)
{
    /// <summary>The label's column; null to detect it.</summary>
    public string? Label { get; init; }

    /// <summary>The project that gets the package reference; null for none.</summary>
    public string? Project { get; init; }

    /// <summary>True to overwrite an existing gate file.</summary>
    public bool Force { get; init; }

    /// <summary>Prints the report of the first check.</summary>
    public required Action<Report> Print { get; init; }

    /// <summary>The exit code of the first check, or of what kept it from running.</summary>
    /// <param name="folder">With data and models, as it was named.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<int> RunAsync(string folder, CancellationToken cancel)
    {
        var root = Path.GetFullPath(folder);
        var project = Project is null ? null : Path.GetFullPath(Project);
        if (File.Exists(root))
        {
            output.Problem(Diagnostics.BadOption, $"'{folder}' is a file", "its folder, as in 'mlgate init data'");
            return ExitCode.Usage;
        }

        var missing =
            !Directory.Exists(root) ? root
            : project is not null && !File.Exists(project) ? project
            : null;
        if (missing is not null)
        {
            output.Problem(Diagnostics.FileNotFound, $"'{missing}' not found", "a folder with data, and a project file");
            return ExitCode.Environment;
        }

        var environment = HostEnvironment.Read(Environment.GetEnvironmentVariable);
        var init = new InitGate(output, root, Label, environment);
        var problems = await init.RunAsync(Force, cancel);
        if (problems.Count > 0)
        {
            output.Problems(problems);
            return ExitCode.Worst(problems.Select(Verdict.ExitOf));
        }

        var gateFile = Path.Combine(root, GateFileSearch.DefaultName);
        foreach (var changed in project is null ? [] : GatedProject.Gate(project, gateFile, Tool.Version))
        {
            output.Message($"changed {Path.GetRelativePath(Directory.GetCurrentDirectory(), changed)}");
        }

        var exit = await new CheckGates(output, environment) { Print = Print }.RunAsync([gateFile], all: false, cancel);
        output.Result("\nNext:\n" + string.Join('\n', init.Next.Select(command => "  " + command)));
        return exit;
    }
}
