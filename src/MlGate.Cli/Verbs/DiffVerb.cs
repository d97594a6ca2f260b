using System.CommandLine;

using MlGate.Cli.Terminal;
using MlGate.Runs;

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
            Description = "A ref to compare the working tree with, or two refs as one..other.",
        };
        var gate = new GateOption();
        var command = new Command("diff", "Show what changed in datasets and models: versions, rows, columns, figures, lineage.") { range };
        gate.AddTo(command);
        ExampleHelp.Add(command, "mlgate diff                 what is not committed yet", "mlgate diff main            against a branch", "mlgate diff v1.0..v1.1      between two tags");
        command.SetAction((parsed, cancel) => Task.FromResult(gate.On(parsed, output).Run(gate.Named(parsed), all: false, (workplace, declared) =>
        {
            var refs = parsed.GetValue(range)!.Split("..", 2);
            var differences = new DiffRun(workplace.Versions, workplace.Profiles).Run(declared, refs[0], refs.Length > 1 && refs[1].Length > 0 ? refs[1] : null, cancel);
            output.Result(DiffText.Of(differences));
            return [.. differences.SelectMany(difference => difference.Problems)];
        })));
        return command;
    }
}
