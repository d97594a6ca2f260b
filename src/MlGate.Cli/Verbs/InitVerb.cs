using System.CommandLine;
using MlGate.App.Init;
using MlGate.App.Location;
using MlGate.App.Services;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate init</c>: a gate file that passes on what is there.</summary>
internal static class InitVerb
{
    public static Command Command(Output output)
    {
        var folder = new Argument<string>("folder")
        {
            DefaultValueFactory = _ => ".",
            Description = "Folder with data and models, and for mlgate.yml.",
        };
        var project = new Option<string?>("--project")
        {
            Description = "Project to gate: adds the package reference.",
            HelpName = "file.csproj",
        };
        var force = new Option<bool>("--force") { Description = "Overwrite an existing gate file." };
        var label = new Option<string?>("--label") { Description = "Label column, if init cannot detect it.", HelpName = "column" };
        folder.RefuseOptions();
        var command = new Command("init", "Inspect data and models, and write a commented mlgate.yml that passes now.")
        {
            folder,
            label,
            project,
            force,
        };
        ExampleHelp.Add(
            command,
            "mlgate init",
            "mlgate init --label Sale_Price",
            "mlgate init churn --project churn/Service/Service.csproj"
        );
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(() =>
                {
                    var root = Path.GetFullPath(parsed.GetValue(folder)!);
                    var csproj = parsed.GetValue(project) is { } named ? Path.GetFullPath(named) : null;
                    if (File.Exists(root))
                    {
                        output.Problem(
                            Diagnostics.BadOption,
                            $"'{parsed.GetValue(folder)}' is a file",
                            "its folder, as in 'mlgate init data'"
                        );
                        return ExitCode.Usage;
                    }

                    foreach (
                        var missing in new[]
                        {
                            Directory.Exists(root) ? null : root,
                            csproj is null || File.Exists(csproj) ? null : csproj,
                        }.OfType<string>()
                    )
                    {
                        output.Problem(Diagnostics.FileNotFound, $"'{missing}' not found", "a folder with data, and a project file");
                        return ExitCode.Environment;
                    }

                    var surroundings = HostEnvironment.Read(Environment.GetEnvironmentVariable);
                    var init = new InitGate(output, root, parsed.GetValue(label), surroundings);
                    var problems = init.Run(parsed.GetValue(force), cancel);
                    if (problems.Count > 0)
                    {
                        output.Problems(problems);
                        return ExitCode.Worst(problems.Select(Verdict.ExitOf));
                    }

                    var gateFile = Path.Combine(root, GateFileSearch.DefaultName);
                    foreach (var changed in csproj is null ? [] : GatedProject.Gate(csproj, gateFile, Tool.Version))
                    {
                        output.Message($"changed {Path.GetRelativePath(Directory.GetCurrentDirectory(), changed)}");
                    }

                    var exit = new CheckGates(output, surroundings)
                    {
                        Print = report => ReportPrinter.Print(report, "text", verbose: false, output),
                    }.Run([gateFile], all: false, cancel);
                    output.Result("\nNext:\n" + string.Join('\n', init.Next.Select(command => "  " + command)));
                    return exit;
                })
        );
        return command;
    }
}
