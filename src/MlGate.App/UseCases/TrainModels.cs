using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reporting.Terminal;
using MlGate.Training;

namespace MlGate.App.UseCases;

/// <summary>Checks what goes in, runs the command of the gate file, and records what came out and from what.</summary>
/// <param name="output">Where progress is printed.</param>
/// <param name="names">Names of models; none for all with a train section.</param>
internal sealed class TrainModels(Output output, IReadOnlyList<string> names)
{
    /// <summary>What went wrong; nothing is trained if a name is wrong.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(GateServices services, Gate gate, CancellationToken cancel)
    {
        var models =
            names.Count > 0
                ? gate.Models.Where(model => names.Contains(model.Name)).ToList()
                : [.. gate.Models.Where(model => model.Train is not null)];
        List<Finding> findings =
        [
            .. names.Where(name => gate.Models.All(model => model.Name != name)).Select(name => Unknown(name, gate)),
            .. names.Count == 0 && models.Count == 0 ? [Unknown("train", gate)] : Array.Empty<Finding>(),
        ];
        if (findings.Count > 0)
        {
            return findings;
        }

        var training = new ModelTraining(
            new TrainingPorts
            {
                Versions = services.Versions,
                Recorded = services.Versions,
                Locks = services.Locks,
                Commands = new ShellCommandRunner(),
                CheckInputs = (datasets, stop) => services.CheckDatasetsAsync(gate, datasets, stop),
                Progress = output.Message,
                Folder = services.Folder,
            }
        );
        foreach (var model in models)
        {
            findings.AddRange((await training.TrainAsync(gate, model, cancel)).Findings);
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
