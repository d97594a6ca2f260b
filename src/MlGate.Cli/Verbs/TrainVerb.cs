using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate train</c>: checks what goes in, runs the command of the gate file, records what came out and from what.</summary>
internal static class TrainVerb
{
    public static Command Command(Output output)
    {
        var gate = new GateOption();
        var names = new Argument<string[]>("model")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Names of models. Default: all models with a train section.",
        };
        names.RefuseOptions();
        var command = new Command("train", "Check the data, train, and record the training in the lock.") { names };
        gate.AddTo(command);
        ExampleHelp.Add(command, "mlgate train", "mlgate train churn", "mlgate train churn --gate churn/mlgate.yml");
        command.SetAction(
            (parsed, cancel) =>
                gate.RunAsync(
                    parsed,
                    output,
                    (workplace, declared) => new TrainModels(output, parsed.GetValue(names)!).RunAsync(workplace, declared, cancel),
                    cancel
                )
        );
        return command;
    }
}
