using MlGate.Findings;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of a training.</summary>
internal static class TrainKeys
{
    public static readonly string DatasetPrefix = GateSection.Datasets.Key + ".";

    public static readonly KeyDefinition<string> Command = new("command", new TextSchema("a command"))
    {
        Meaning = "Command, run by the shell of the platform in the folder of the gate file.",
        Example = "command: \"dotnet run --project Trainer\"",
        Required = true,
    };

    public static readonly KeyDefinition<IReadOnlyList<ListEntry<string>>> Reads = new(
        "reads",
        new ListSchema<string>("datasets and paths", new TrainingInputSchema()) { Distinct = true }
    )
    {
        Meaning = "Inputs of the training: `datasets.NAME`, or files and folders of code.",
        Example = "reads: [datasets.train, Trainer/]",
    };

    public static readonly KeyDefinition<long> Seed = new("seed", new IntegerSchema(new NumberRange(0, int.MaxValue)))
    {
        Meaning = "Seed, passed to the command as `MLGATE_SEED`.",
        Example = "seed: 42",
    };

    public static readonly KeyDefinition<TimeSpan> Within = new("within", new DurationSchema(TimeSpan.FromDays(7)))
    {
        Meaning = "Time limit of the training.",
        Example = "within: 30m",
        Default = "6h",
    };

    public static readonly MapSchema Map = new("train", Command, Reads, Seed, Within);

    /// <summary>True if an entry of <c>reads</c> names a dataset, false if it is a path.</summary>
    public static bool IsDataset(string read) => read.StartsWith(DatasetPrefix, StringComparison.Ordinal);
}
