using MlGate.Checks.Versions;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>What a model's training reads, as it is now.</summary>
internal static class ModelLineage
{
    private const string DatasetPrefix = "datasets.";

    /// <param name="model">The model's gate.</param>
    /// <param name="record">Its lock; null without one.</param>
    /// <param name="version">Its version; null when it could not be read.</param>
    /// <param name="datasets">Versions now, by name; those that could not be read are not there.</param>
    /// <param name="versions">Reads the code's versions.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static ModelState StateOf(
        ModelGate model, LockRecord? record, ArtifactVersion? version, IReadOnlyDictionary<string, ArtifactVersion> datasets, IVersions versions, CancellationToken cancel)
    {
        var reads = model.Train?.Reads ?? [];
        return new ModelState
        {
            Gate = model,
            Lock = record,
            Model = version,
            Datasets = reads.Where(read => read.StartsWith(DatasetPrefix, StringComparison.Ordinal))
                .Select(read => read[DatasetPrefix.Length..])
                .Where(datasets.ContainsKey)
                .ToDictionary(name => name, name => datasets[name]),
            Code = CodeOf(reads.Where(read => !read.StartsWith(DatasetPrefix, StringComparison.Ordinal)), versions, cancel),
        };
    }

    private static Dictionary<string, ArtifactVersion> CodeOf(IEnumerable<string> paths, IVersions versions, CancellationToken cancel)
    {
        var code = new Dictionary<string, ArtifactVersion>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (versions.Code(path, cancel).Value is { } version)
            {
                code.Add(path, version);
            }
        }

        return code;
    }
}
