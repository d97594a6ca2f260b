using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate doctor</c>: what of the machine and the repository would stop or weaken a gate.</summary>
internal static class DoctorVerb
{
    public static Command Command(Output output)
    {
        var gates = new GateArguments();
        var target = TargetOption.Create();
        var format = FormatOption.TextOrJson();
        var command = new Command(
            "doctor",
            "Check whether a gate can run here: git, history, Git LFS, line endings, folders, token, gate file. Changes nothing."
        )
        {
            target,
            format,
        };
        gates.AddTo(command);
        ExampleHelp.Add(command, "mlgate doctor", "mlgate doctor --all --format json");
        command.SetAction(
            (parsed, cancel) =>
            {
                var run = new DiagnoseSetup(output, Environment.GetEnvironmentVariable)
                {
                    Cache = parsed.GetValue(gates.Cache),
                    Target = parsed.GetValue(target),
                    AsJson = FormatOption.IsJson(parsed, format),
                };
                var folder = Directory.GetCurrentDirectory();
                return Task.Run(() => run.RunAsync(folder, parsed.GetValue(gates.Files)!, parsed.GetValue(gates.All), cancel));
            }
        );
        return command;
    }
}
