using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate status</c>: what is stale, and why. Measures nothing.</summary>
internal static class StatusVerb
{
    public static Command Command(Output output)
    {
        var gates = new GateArguments();
        var format = FormatOption.TextOrJson();
        var command = new Command("status", "List artifacts that differ from their lock, and stale models, with the reason.") { format };
        gates.AddTo(command);
        ExampleHelp.Add(command, "mlgate status", "mlgate status --all --format json");
        command.SetAction(
            (parsed, cancel) =>
            {
                var run = new ShowStatus(output, FormatOption.IsJson(parsed, format));
                return gates.RunAsync(parsed, output, (workplace, gate) => run.RunAsync(workplace, gate, cancel), cancel);
            }
        );
        return command;
    }
}
