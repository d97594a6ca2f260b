using System.CommandLine;
using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Reporting.Formats;
using MlGate.Reporting.Json;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate show</c>: a report once more, in any format.</summary>
internal static class ShowVerb
{
    public static Command Command(Output output)
    {
        var file = new Argument<string>("report") { Description = "A report.json." };
        var format = new Option<string>("--format") { Description = "Output format.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong([.. Renderers.All.Select(renderer => renderer.Format)]);
        file.RefuseOptions();
        var command = new Command("show", "Print an existing report.") { file, format };
        ExampleHelp.Add(command, "mlgate show out/report.json", "mlgate show out/report.json --format markdown");
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var report = ReportOnDisk.Read(path);
            if (report.Value is null)
            {
                output.Problems(report.Problems);
                return ExitCode.Worst(report.Problems.Select(Verdict.ExitOf));
            }

            ReportPrinter.Print(report.Value, parsed.GetValue(format)!, VerbosityOption.IsDetailed(parsed), output);
            return ExitCode.Passed;
        });
        return command;
    }
}
