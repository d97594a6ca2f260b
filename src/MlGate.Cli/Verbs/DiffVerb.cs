using System.CommandLine;
using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Reporting.Terminal;
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
                Task.Run(() =>
                    gate.On(parsed, output)
                        .Run(gate.Named(parsed), all: false, (workplace, declared) =>
                        {
                            var refs = parsed.GetValue(range)!.Split("..", 2);
                            if (refs.Length > 1 && refs[1].StartsWith('.'))
                            {
                                return [ThreeDots(parsed.GetValue(range)!)];
                            }

                            var before = refs[0].Length > 0 ? refs[0] : "HEAD";
                            var differences = new DiffRun(workplace.Versions, workplace.Profiles).Run(
                                declared,
                                before,
                                refs.Length > 1 && refs[1].Length > 0 ? refs[1] : null,
                                cancel
                            );

                            // What could not be read is no difference; one reason can hold for all artifacts, and is said once.
                            output.Result(DiffText.From(differences));
                            return
                            [
                                .. differences
                                    .SelectMany(difference => difference.Problems)
                                    .DistinctBy(problem => (problem.Code, problem.Id, problem.Subject, problem.Found)),
                            ];
                        })
                )
        );
        return command;
    }

    private static Finding ThreeDots(string range) =>
        new()
        {
            Code = Diagnostics.BadOption.Code,
            Id = "diff",
            Subject = range,
            Outcome = Outcome.NotMeasured,
            Expected = "two refs: one..other",
            Found = "three dots (merge base) are not supported",
            Fix = "Use the merge base: git merge-base one other",
        };
}
