using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Training;

/// <summary>Versions of all that a training reads, at one moment.</summary>
/// <param name="Datasets">By name; sorted.</param>
/// <param name="Code">By path; sorted.</param>
internal sealed record TrainingInputs(
    IReadOnlyDictionary<string, ArtifactVersion> Datasets,
    IReadOnlyDictionary<string, ArtifactVersion> Code
)
{
    /// <summary>The datasets that a training reads, in the order of its <c>reads</c>.</summary>
    public static IReadOnlyList<DatasetGate> DatasetsOf(Gate gate, TrainGate train) =>
        [.. train.Datasets.Select(name => gate.Datasets.Single(dataset => dataset.Name == name))];

    /// <summary>Hashes everything; no stat cache, because what is hashed here becomes the record.</summary>
    public static async Task<Result<TrainingInputs>> HashAsync(Gate gate, TrainGate train, IWorkingTree versions, CancellationToken cancel)
    {
        var problems = new List<Finding>();
        var datasets = new SortedDictionary<string, ArtifactVersion>(StringComparer.Ordinal);
        foreach (var dataset in DatasetsOf(gate, train))
        {
            var bytes = await versions.ReadCandidateAsync(
                new Artifact(ArtifactKind.Dataset, dataset.Name, dataset.Path),
                trustStatCache: false,
                cancel
            );
            problems.AddRange(bytes.Problems);
            if (bytes.Value is { } value)
            {
                datasets[dataset.Name] = value.Version;
            }
        }

        var code = new SortedDictionary<string, ArtifactVersion>(StringComparer.Ordinal);
        foreach (var path in train.Code)
        {
            var version = await versions.ReadCodeAsync(path, cancel);
            problems.AddRange(version.Problems);
            if (version.Value is { } value)
            {
                code[path] = value;
            }
        }

        return problems.Count > 0 ? Result.Failed<TrainingInputs>(problems) : new TrainingInputs(datasets, code);
    }

    /// <summary>Names of what is another version in <paramref name="later"/>; sorted.</summary>
    public IReadOnlyList<string> ChangedIn(TrainingInputs later) =>
        [
            .. Datasets.Where(pair => later.Datasets[pair.Key] != pair.Value).Select(pair => GateSection.Datasets.Subject(pair.Key).Text),
            .. Code.Where(pair => later.Code[pair.Key] != pair.Value).Select(pair => pair.Key),
        ];

    /// <summary>The same names in the same versions?</summary>
    public bool IsSameAs(TrainingInputs other) =>
        Datasets.Count == other.Datasets.Count
        && Code.Count == other.Code.Count
        && Datasets.All(pair => other.Datasets.GetValueOrDefault(pair.Key) == pair.Value)
        && Code.All(pair => other.Code.GetValueOrDefault(pair.Key) == pair.Value);
}
