using System.Globalization;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Compares the artifacts of a gate at two moments.</summary>
/// <param name="ports">The outside world.</param>
/// <param name="progress">Hears what is being done.</param>
public sealed class DiffRun(GatePorts ports, IRunProgress progress)
{
    private readonly IVersions versions = ports.Versions;
    private readonly IProfiles profiles = ports.Profiles;

    /// <summary>What changed per artifact, datasets first; and of models whose bytes changed, the metrics.</summary>
    /// <param name="gate">The gate of the working tree; its schema is used for both sides.</param>
    /// <param name="before">A git ref.</param>
    /// <param name="after">A git ref, or null for the working tree.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<GateDifference> RunAsync(Gate gate, string before, string? after, CancellationToken cancel)
    {
        var differences = new List<ArtifactDifference>();
        foreach (var artifact in gate.Artifacts)
        {
            differences.Add(await CompareAsync(gate, artifact, before, after, cancel));
        }

        return new GateDifference(differences, await MeasureAsync(gate, differences, before, after, cancel));
    }

    // The same run as that of a check, of the changed models and of what they are tested on.
    private async Task<Report?> MeasureAsync(
        Gate gate,
        IReadOnlyList<ArtifactDifference> differences,
        string before,
        string? after,
        CancellationToken cancel
    )
    {
        var changed = differences.Where(difference => difference.IsChanged).Select(difference => difference.Artifact.Id).ToHashSet();
        var models = gate.Models.Where(model => changed.Contains(model.Id)).ToList();
        if (models.Count == 0)
        {
            return null;
        }

        var options = new RunOptions
        {
            Tool = "",
            GateFile = gate.Place.File,
            Baseline = before,
            Only = models.SelectMany(model => model.TestedOn.Append(model.Id)).ToHashSet(),
            WithPictures = false,
        };
        var at = after is null ? ports : ports with { Versions = new VersionsAtCommit(ports.Versions, after) };
        return await new GateRun(at, options, progress).RunAsync(gate, cancel);
    }

    private async Task<ArtifactDifference> CompareAsync(
        Gate gate,
        Artifact artifact,
        string before,
        string? after,
        CancellationToken cancel
    )
    {
        var problems = new List<Finding>();
        var old = await ReadSideAsync(artifact, before, problems, cancel);
        var current = await ReadSideAsync(artifact, after, problems, cancel);
        var changes = new List<ProfileChange>();
        if (old.Bytes is { } one && current.Bytes is { } other && !one.Version.IsContentOf(other.Version))
        {
            changes.Add(new ProfileChange("size", Number(one.Version.Size), Number(other.Version.Size)));
            if (
                gate.Datasets.FirstOrDefault(dataset => artifact.Kind == ArtifactKind.Dataset && dataset.Name == artifact.Name) is
                { } dataset
            )
            {
                changes.AddRange(await ProfilesAsync(one, other, dataset, problems, cancel));
            }
        }

        changes.AddRange(Lineage(old.Lock?.Lineage, current.Lock?.Lineage));
        return new ArtifactDifference(artifact, old.Bytes?.Version, current.Bytes?.Version, changes, problems);
    }

    private async Task<(ArtifactBytes? Bytes, LockRecord? Lock)> ReadSideAsync(
        Artifact artifact,
        string? at,
        List<Finding> problems,
        CancellationToken cancel
    )
    {
        if (at is null)
        {
            var candidate = await versions.ReadCandidateAsync(artifact, trustStatCache: true, cancel);
            problems.AddRange(candidate.Problems);
            return (candidate.Value, (await versions.ReadLockAsync(artifact, null, cancel)).Value);
        }

        var commit = await versions.FindBaselineAsync(at, artifact, cancel);
        if (commit.Value is null)
        {
            problems.AddRange(commit.Problems);
            return (null, null);
        }

        // An artifact that was not there yet is a difference, not a problem.
        var bytes = await versions.ReadAtAsync(artifact, commit.Value, cancel);
        problems.AddRange(bytes.Problems.Where(problem => problem.Code != Diagnostics.NoBaselineFound.Code));
        return (bytes.Value, (await versions.ReadLockAsync(artifact, commit.Value, cancel)).Value);
    }

    private async Task<IReadOnlyList<ProfileChange>> ProfilesAsync(
        ArtifactBytes before,
        ArtifactBytes after,
        DatasetGate dataset,
        List<Finding> problems,
        CancellationToken cancel
    )
    {
        var old = await profiles.ProfileAsync(new FileDataset(before, dataset), isPairedNext: false, cancel);
        var current = await profiles.ProfileAsync(new FileDataset(after, dataset), isPairedNext: false, cancel);
        problems.AddRange(old.Problems.Concat(current.Problems));
        return old.Value is null || current.Value is null ? [] : ProfileDiff.Between(old.Value, current.Value);
    }

    private static IEnumerable<ProfileChange> Lineage(Lineage? before, Lineage? after)
    {
        if (before is null || after is null)
        {
            yield break;
        }

        if (before.Command != after.Command)
        {
            yield return new ProfileChange("trained by", before.Command, after.Command);
        }

        if (before.Seed != after.Seed)
        {
            yield return new ProfileChange(
                "seed",
                before.Seed?.ToString(CultureInfo.InvariantCulture),
                after.Seed?.ToString(CultureInfo.InvariantCulture)
            );
        }

        foreach (var change in Ids("trained on ", before.Datasets, after.Datasets).Concat(Ids("trained with ", before.Code, after.Code)))
        {
            yield return change;
        }

        foreach (
            var (kind, old, current) in new[]
            {
                ("tool ", before.Toolchain, after.Toolchain),
                ("package ", before.Packages, after.Packages),
            }
        )
        {
            foreach (
                var name in old
                    .Keys.Union(current.Keys)
                    .Order(StringComparer.Ordinal)
                    .Where(name => old.GetValueOrDefault(name) != current.GetValueOrDefault(name))
            )
            {
                yield return new ProfileChange(kind + name, old.GetValueOrDefault(name), current.GetValueOrDefault(name));
            }
        }
    }

    private static IEnumerable<ProfileChange> Ids(
        string kind,
        IReadOnlyDictionary<string, ArtifactVersion> before,
        IReadOnlyDictionary<string, ArtifactVersion> after
    ) =>
        before
            .Keys.Union(after.Keys)
            .Order(StringComparer.Ordinal)
            .Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name))
            .Select(name => new ProfileChange(kind + name, Short(before.GetValueOrDefault(name)), Short(after.GetValueOrDefault(name))));

    private static string? Short(ArtifactVersion? version) => version?.GitObjectId[..12];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What changed in the artifacts of a gate.</summary>
/// <param name="Artifacts">Datasets first.</param>
/// <param name="Metrics">The metrics of the models that changed, before and after, on the same rows; null where none changed.</param>
public sealed record GateDifference(IReadOnlyList<ArtifactDifference> Artifacts, Report? Metrics);

/// <summary>What changed in one artifact.</summary>
/// <param name="Artifact">Which one.</param>
/// <param name="Before">Its version then; null when it was not there.</param>
/// <param name="After">Its version later; null when it is not there.</param>
/// <param name="Changes">Size, profile and lineage.</param>
/// <param name="Problems">What could not be read.</param>
public sealed record ArtifactDifference(
    Artifact Artifact,
    ArtifactVersion? Before,
    ArtifactVersion? After,
    IReadOnlyList<ProfileChange> Changes,
    IReadOnlyList<Finding> Problems
)
{
    /// <summary>True if it was there before and is there later, with other bytes.</summary>
    public bool IsChanged => Before is not null && After is not null && !Before.IsContentOf(After);
}
