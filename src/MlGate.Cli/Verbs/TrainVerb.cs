using System.CommandLine;
using MlGate.App.Services;
using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reporting.Terminal;
using MlGate.Training;

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
                Task.Run(() =>
                    gate.On(parsed, output)
                        .Run(gate.Named(parsed), all: false, (workplace, declared) =>
                            Train(workplace, declared, parsed.GetValue(names)!, output, cancel)
                        )
                )
        );
        return command;
    }

    private static List<Finding> Train(GateServices workplace, Gate gate, string[] names, Output output, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        var models =
            names.Length > 0
                ? gate.Models.Where(model => names.Contains(model.Name)).ToList()
                : [.. gate.Models.Where(model => model.Train is not null)];
        findings.AddRange(names.Where(name => gate.Models.All(model => model.Name != name)).Select(name => Unknown(name, gate)));
        if (names.Length == 0 && models.Count == 0)
        {
            findings.Add(Unknown("train", gate));
        }

        var training = new ModelTraining(
            new TrainingPorts
            {
                Versions = workplace.Versions,
                Locks = workplace.Locks,
                Commands = new ShellCommandRunner(),
                CheckInputs = (datasets, stop) => workplace.CheckDatasets(gate, datasets, stop),
                Progress = output.Message,
                Folder = workplace.Folder,
            }
        );
        foreach (var model in findings.Count == 0 ? models : [])
        {
            findings.AddRange(training.Train(gate, model, cancel).Findings);
        }

        return findings;
    }

    private static Finding Unknown(string name, Gate gate) =>
        new()
        {
            Code = Diagnostics.BadOption.Code,
            Id = "train",
            Subject = name,
            Outcome = Outcome.NotMeasured,
            Expected =
                gate.Models.Count == 0
                    ? "a gate file with models"
                    : "one of the models " + string.Join(", ", gate.Models.Select(model => model.Name)),
            Found = "no such model with a train section in the gate file",
            Fix = "Add a train section to the model, or use another model",
        };
}
