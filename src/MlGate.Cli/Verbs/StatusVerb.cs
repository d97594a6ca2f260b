using System.CommandLine;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate status</c>: what is stale, and why. Measures nothing.</summary>
internal static class StatusVerb
{
    public static Command Command(Output output)
    {
        var gates = new GateArguments();
        var format = new Option<string>("--format") { Description = "Output format.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("status", "List artifacts that differ from their lock and stale models, with the reason.") { format };
        gates.AddTo(command);
        ExampleHelp.Add(command, "mlgate status", "mlgate status --all --format json");
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(() =>
                    gates
                        .On(parsed, output)
                        .RunAsync(
                            parsed.GetValue(gates.Files)!,
                            parsed.GetValue(gates.All),
                            async (workplace, gate) =>
                            {
                                var states = await workplace.ReadStatusAsync(gate, cancel);
                                output.Result(
                                    parsed.GetValue(format) == "json" ? StatusText.Json(gate, states) : StatusText.Plain(gate, states)
                                );
                                return [.. states.SelectMany(state => state.Findings).Where(finding => finding.Counts)];
                            },
                            cancel
                        )
                )
        );
        return command;
    }
}
