using MlGate.Checks.Versions;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>
/// Holds artifacts against their locks, and models against what they were made from; reads no baseline and measures nothing.
/// </summary>
/// <param name="versions">Bytes and their identities.</param>
/// <param name="continuousIntegration">True on a build server.</param>
public sealed class StatusRun(IVersions versions, bool continuousIntegration = false)
{
    /// <summary>The state of each artifact, datasets first, in the gate file's order.</summary>
    public async Task<IReadOnlyList<ArtifactStatus>> RunAsync(Gate gate, CancellationToken cancel)
    {
        var known = new Dictionary<string, ArtifactVersion>(StringComparer.Ordinal);
        var states = new List<ArtifactStatus>();
        foreach (var dataset in gate.Datasets)
        {
            var (status, _) = await ReadAsync(dataset.Artifact, dataset.Place, gate, cancel);
            states.Add(status);
            if (status.Version is { } version)
            {
                known.Add(dataset.Name, version);
            }
        }

        foreach (var model in gate.Models)
        {
            var (status, record) = await ReadAsync(model.Artifact, model.Place, gate, cancel);
            var state = await ModelLineage.ReadStateAsync(model, record, status.Version, known, versions, cancel);
            states.Add(status with { Findings = [.. status.Findings, .. VersionChecks.Evaluate(state)] });
        }

        return states;
    }

    private async Task<(ArtifactStatus Status, LockRecord? Record)> ReadAsync(
        Artifact artifact,
        FilePlace place,
        Gate gate,
        CancellationToken cancel
    )
    {
        var bytes = await versions.ReadCandidateAsync(artifact, trustStatCache: true, cancel);
        var record = await versions.ReadLockAsync(artifact, null, cancel);
        var findings = new List<Finding>(bytes.Problems);
        findings.AddRange(record.Problems.Where(problem => problem.Code != Diagnostics.LockMissing.Code));
        if (bytes.Value is not null && findings.Count == 0)
        {
            findings.AddRange(
                VersionChecks.Evaluate(
                    await LockComparison.ReadAsync(bytes.Value, record.Value, place, gate, versions, continuousIntegration, cancel)
                )
            );
        }

        return (new ArtifactStatus(artifact, bytes.Value?.Version, findings), record.Value);
    }
}

/// <summary>The state of one artifact.</summary>
/// <param name="Artifact">Which one.</param>
/// <param name="Version">Its version in the working tree; null when it could not be read.</param>
/// <param name="Findings">What there is to say, passed checks too.</param>
public sealed record ArtifactStatus(Artifact Artifact, ArtifactVersion? Version, IReadOnlyList<Finding> Findings)
{
    /// <summary>True if no action is needed.</summary>
    public bool UpToDate => Findings.All(finding => finding.Outcome == Outcome.Passed);
}
