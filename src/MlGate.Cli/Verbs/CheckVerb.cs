using System.CommandLine;
using MlGate.App.Services;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Formats;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate check</c>: the gate itself.</summary>
internal static class CheckVerb
{
    public static Command Command(Output output)
    {
        var gates = new GateArguments();
        var baseline = BaselineOption.Create();
        var target = TargetOption.Create();
        var format = FormatOption.Create([.. Renderers.Formats]);
        var folder = new Option<string?>("--output")
        {
            Description = "Folder for report.json, diagnostics.json and inputs.txt. Several gates: one subfolder per gate file.",
            HelpName = "folder",
        };
        var formats = new Option<string?>("--report-formats")
        {
            Description = $"Additional formats, separated by commas: {string.Join(", ", Renderers.Formats.Where(word => word != "json"))}.",
            HelpName = "formats",
        };
        formats.Validators.Add(result =>
        {
            if (Renderers.ComplaintAbout(result.GetValueOrDefault<string?>()) is { } complaint)
            {
                result.AddError(complaint);
            }
        });
        var quiet = new Option<bool>("--no-progress") { Description = "Do not show progress." };
        var command = new Command("check", "Check data and models against the gate file and the baseline.")
        {
            baseline,
            target,
            format,
            folder,
            formats,
            quiet,
        };
        gates.AddTo(command);
        ExampleHelp.Add(
            command,
            "mlgate check                        the gate of this folder",
            "mlgate check --baseline v1.2        against a tag",
            "mlgate check --target main          with the gate file of main, as in a pull request",
            "mlgate check --all --format json    every gate of the repository, as JSON",
            "mlgate check churn/mlgate.yml --output out --report-formats markdown"
        );

        command.SetAction(
            (parsed, cancel) =>
            {
                var surroundings = TargetOption.EnvironmentOf(parsed, target);
                var run = new CheckGates(output, surroundings)
                {
                    Baseline = parsed.GetValue(baseline),
                    Cache = parsed.GetValue(gates.Cache),
                    OutputFolder = parsed.GetValue(folder),
                    ReportFormats = Renderers.Split(parsed.GetValue(formats)),
                    Print = report => ReportPrinter.Print(report, parsed.GetValue(format)!, VerbosityOption.IsDetailed(parsed), output),
                    ShowProgress = check =>
                        parsed.GetValue(quiet) || parsed.GetValue(format) != "text" ? check(NoProgress.Nothing)
                        : Console.IsErrorRedirected ? check(new LineProgress(output))
                        : LiveProgress.DuringAsync(Console.Error, check),
                };
                return Task.Run(() => run.RunAsync(parsed.GetValue(gates.Files)!, parsed.GetValue(gates.All), cancel));
            }
        );
        return command;
    }
}
