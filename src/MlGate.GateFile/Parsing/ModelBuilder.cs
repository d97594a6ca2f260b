using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.Gates;
using static MlGate.GateFile.Parsing.GateBuilder;

namespace MlGate.GateFile.Parsing;

/// <summary>Makes models.</summary>
internal static class ModelBuilder
{
    public static ModelGate Build(NamedEntry<MapValue> named)
    {
        var model = named.Value;
        var severity = SeverityIn(model, Severity.Error);
        return new ModelGate
        {
            Name = named.Name,
            Path = model.Get(ModelKeys.Path)!.Value,
            Place = named.Place,
            Task = model.Get(ModelKeys.Task)!.Value,
            Test = model.Get(ModelKeys.Test)!.Value,
            Label = model.Get(ModelKeys.Label)!.Value,
            Positive = model.Get(ModelKeys.Positive)?.Value,
            Threshold = model.Get(ModelKeys.Threshold)?.Value.Value,
            Timeout = model.Get(ModelKeys.Timeout)?.Value,
            Key = model.Get(ModelKeys.Key)?.Value,
            ScoreColumns = (model.Get(ModelKeys.Score)?.Value ?? []).ToDictionary(
                score => score.Name,
                score => score.Value,
                StringComparer.Ordinal
            ),
            Margin = model.Get(ModelKeys.Margin)?.Value,
            Decision = model.Get(ModelKeys.Decision)?.Value,
            Inputs = (model.Get(ModelKeys.Inputs)?.Value ?? []).ToDictionary(
                input => input.Name,
                input => (IReadOnlyList<string>)[.. input.Value.Select(column => column.Value)],
                StringComparer.Ordinal
            ),
            Loader = LoaderOf(model.Get(ModelKeys.Loader)?.Value),
            KeyPlace = model.Get(ModelKeys.Key)?.Place,
            ScorePlace = model.Get(ModelKeys.Score)?.Place,
            Primary = model.Get(ModelKeys.Primary)?.Value,
            Train = model.Get(ModelKeys.Train) is { } train ? TrainOf(train) : null,
            Metrics = [.. (model.Get(ModelKeys.Metrics)?.Value ?? []).Select(metric => MetricBuilder.Build(metric, severity))],
            Checks = [.. ModelCheckSchemas.All.Select(check => check.Build(model, severity)).OfType<ModelCheckGate>()],
        };
    }

    private static LoaderGate LoaderOf(MapValue? loader) =>
        new()
        {
            MissingRealsAsNaNs = loader?.Get(LoaderKeys.MissingRealsAsNaNs)?.Value,
            AllowQuoting = loader?.Get(LoaderKeys.AllowQuoting)?.Value ?? true,
        };

    private static TrainGate TrainOf(ReadValue<MapValue> train)
    {
        var reads = (train.Value.Get(TrainKeys.Reads)?.Value ?? []).Select(read => read.Value).ToList();
        var built = new TrainGate
        {
            Place = train.Key,
            Command = train.Value.Get(TrainKeys.Command)!.Value,
            Datasets = [.. reads.Where(TrainKeys.IsDataset).Select(read => read[TrainKeys.DatasetPrefix.Length..])],
            Code = [.. reads.Where(read => !TrainKeys.IsDataset(read))],
            Seed = train.Value.Get(TrainKeys.Seed)?.Value,
        };
        return train.Value.Get(TrainKeys.Within) is { } within ? built with { Within = within.Value } : built;
    }
}
