using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Validation;

/// <summary>Validates what the training of a model reads.</summary>
internal static class TrainValidator
{
    public static void Validate(MapValue model, MapValue gate, Problems problems)
    {
        foreach (var read in model.Get(ModelKeys.Train)?.Value.Get(TrainKeys.Reads)?.Value ?? [])
        {
            if (TrainKeys.IsDataset(read.Value))
            {
                ValidateReadsTest(read, model, problems);
                GateValidator.ValidateName(
                    read.Value[TrainKeys.DatasetPrefix.Length..],
                    gate.NamesOf(GateKeys.Datasets) ?? [],
                    "dataset",
                    read.Id,
                    read.Place,
                    problems
                );
            }
        }
    }

    private static void ValidateReadsTest(ListEntry<string> read, MapValue model, Problems problems)
    {
        if (read.Value[TrainKeys.DatasetPrefix.Length..] == model.Get(ModelKeys.Test)?.Value)
        {
            problems.Add(
                Diagnostics.OutOfRange,
                read.Id,
                read.Place,
                $"{PrintableText.Quote(read.Value)}, the test set of the model",
                "data other than the test set",
                "Use other rows in 'test', or remove the test set from 'reads'"
            );
        }
    }
}
