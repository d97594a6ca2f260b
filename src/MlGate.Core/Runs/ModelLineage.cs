using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlGate.Checks.Versions;
using MlGate.Gates;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>What a model's training reads, as it is now.</summary>
internal static class ModelLineage
{
    /// <param name="model">The model's gate.</param>
    /// <param name="record">Its lock; null without one.</param>
    /// <param name="version">Its version; null when it could not be read.</param>
    /// <param name="datasets">Versions now, by name; those that could not be read are not there.</param>
    /// <param name="versions">Reads the code's versions.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<ModelState> ReadStateAsync(
        ModelGate model,
        LockRecord? record,
        ArtifactVersion? version,
        IReadOnlyDictionary<string, ArtifactVersion> datasets,
        IWorkingTree versions,
        CancellationToken cancel
    )
    {
        return new ModelState
        {
            Gate = model,
            Lock = record,
            Model = version,
            Datasets = (model.Train?.Datasets ?? []).Where(datasets.ContainsKey).ToDictionary(name => name, name => datasets[name]),
            Code = await ReadCodeOfAsync(model.Train?.Code ?? [], versions, cancel),
        };
    }

    /// <summary>What its staleness was judged by; null where the gate file declares no training or the lock no lineage.</summary>
    public static ReportedTraining? Reported(ModelState state)
    {
        if (state.Lineage is not { } lineage)
        {
            return null;
        }

        var train = state.Gate.Train!;

        // What training reads no more has no version now: that its check judges one thing less says it.
        var datasets = state.DatasetIds.Select(read => new ReportedRead(
            read.Value,
            lineage.Datasets.GetValueOrDefault(read.Key),
            state.Datasets.GetValueOrDefault(read.Key)
        ));
        var code = state.CodeIds.Select(read => new ReportedRead(
            read.Value,
            lineage.Code.GetValueOrDefault(read.Key),
            state.Code.GetValueOrDefault(read.Key)
        ));
        var recipe = new ReportedRead(state.RecipeId, VersionOf(lineage.Command, lineage.Seed), VersionOf(train.Command, train.Seed));
        return new ReportedTraining(state.Lock!.Version, [.. datasets, recipe, .. code]);
    }

    // The id is that of git's SHA-256 object format, whatever the repository's: nothing stores this text.
    private static ArtifactVersion VersionOf(string command, long? seed)
    {
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{command}\n{seed}\n"));
        return new ArtifactVersion(
            Convert.ToHexStringLower(
                SHA256.HashData([.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {text.Length}\0")), .. text])
            ),
            Convert.ToHexStringLower(SHA256.HashData(text)),
            text.Length
        );
    }

    private static async Task<Dictionary<string, ArtifactVersion>> ReadCodeOfAsync(
        IEnumerable<string> paths,
        IWorkingTree versions,
        CancellationToken cancel
    )
    {
        var code = new Dictionary<string, ArtifactVersion>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if ((await versions.ReadCodeAsync(path, cancel)).Value is { } version)
            {
                code.Add(path, version);
            }
        }

        return code;
    }
}
