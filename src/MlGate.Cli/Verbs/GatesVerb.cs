using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary>
/// <c>mlgate gates</c>: names the gates, for those who have to speak of them before there is a report, or when there will be none.
/// </summary>
internal static class GatesVerb
{
    public static Command Command(Output output)
    {
        var gates = new GateArguments();
        var target = TargetOption.Create();
        var command = new Command("gates", "Print the names of the gates, one per line, for mlgate publish --gate. Measures nothing.")
        {
            target,
        };
        gates.AddTo(command);
        ExampleHelp.Add(command, "mlgate gates", "mlgate gates --all");
        command.SetAction(
            (parsed, cancel) =>
            {
                var surroundings = TargetOption.EnvironmentOf(parsed, target);
                var run = new ListGates(output, parsed.GetValue(gates.Cache), surroundings);
                return Task.Run(() => run.RunAsync(parsed.GetValue(gates.Files)!, parsed.GetValue(gates.All), cancel), cancel);
            }
        );
        return command;
    }
}
