using System.CommandLine;
using MlGate.App.Init;
using MlGate.Cli.Terminal;
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
            {
                var run = new StartGating(output)
                {
                    Label = parsed.GetValue(label),
                    Project = parsed.GetValue(project),
                    Force = parsed.GetValue(force),
                    Print = report => ReportPrinter.Print(report, "text", VerbosityOption.IsDetailed(parsed), output),
                };
                return Task.Run(() => run.RunAsync(parsed.GetValue(folder)!, cancel));
            }
        );
        return command;
    }
}
