using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Formats;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate show</c>: a report once more, in any format.</summary>
internal static class ShowVerb
{
    public static Command Command(Output output)
    {
        var file = new Argument<string>("report") { Description = "A report.json." };
        var format = FormatOption.Create([.. Renderers.Formats]);
        file.RefuseOptions();
        var command = new Command("show", "Print an existing report.") { file, format };
        ExampleHelp.Add(command, "mlgate show out/report.json", "mlgate show out/report.json --format markdown");
        command.SetAction(parsed =>
            new ShowReport(output, report =>
                ReportPrinter.Print(report, parsed.GetValue(format)!, VerbosityOption.IsDetailed(parsed), output)
            ).Run(parsed.GetValue(file)!)
        );
        return command;
    }
}
