using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate diff</c>: what changed in data and models between two refs.</summary>
internal static class DiffVerb
{
    public static Command Command(Output output)
    {
        var range = new Argument<string>("range")
        {
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "HEAD",
            Description = "A ref to compare the working tree with, or two refs: one..other.",
        };
        var gate = new GateOption();
        range.RefuseOptions();
        var command = new Command("diff", "Show changes of datasets and models: versions, rows, columns, metrics, training.") { range };
        gate.AddTo(command);
        ExampleHelp.Add(
            command,
            "mlgate diff                 uncommitted changes",
            "mlgate diff main            against a branch",
            "mlgate diff v1.0..v1.1      between two tags"
        );
        command.SetAction(
            (parsed, cancel) =>
                gate.RunAsync(
                    parsed,
                    output,
                    (workplace, declared) => new CompareVersions(output, parsed.GetValue(range)!).RunAsync(workplace, declared, cancel),
                    cancel
                )
        );
        return command;
    }
}
