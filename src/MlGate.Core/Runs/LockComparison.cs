using MlGate.Checks.Versions;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Prepares the comparison of an artifact with its lock.</summary>
internal static class LockComparison
{
    /// <param name="candidate">The bytes of the working tree.</param>
    /// <param name="locked">The lock; null where there is none.</param>
    /// <param name="place">Where the artifact is declared.</param>
    /// <param name="gate">What must hold.</param>
    /// <param name="versions">Knows what is committed.</param>
    /// <param name="continuousIntegration">True on a build server.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<LockedArtifact> ReadAsync(
        ArtifactBytes candidate,
        LockRecord? locked,
        FilePlace place,
        Gate gate,
        IVersions versions,
        bool continuousIntegration,
        CancellationToken cancel
    )
    {
        var mustBeAsCommitted = gate.IsReference(candidate.Artifact) || (continuousIntegration && gate.StaleLock != StaleLock.Warn);
        var differs = locked is not null && candidate.Version.Sha256 != locked.Version.Sha256;
        return new LockedArtifact
        {
            Candidate = candidate,
            Lock = locked,
            Place = place,
            Committed = differs && mustBeAsCommitted ? await versions.FindCommittedAsync(candidate.Artifact, cancel) : null,
            MustBeAsCommitted = mustBeAsCommitted,
            StaleSeverity =
                gate.StaleLock == StaleLock.Error || (continuousIntegration && gate.StaleLock == StaleLock.Auto)
                    ? Severity.Error
                    : Severity.Warn,
            ConvertedFiles = differs ? await FindConvertedAsync(candidate, locked!, versions, cancel) : new HashSet<string>(),
        };
    }

    private static async Task<IReadOnlySet<string>> FindConvertedAsync(
        ArtifactBytes candidate,
        LockRecord locked,
        IVersions versions,
        CancellationToken cancel
    )
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!BytesMustMatchLock.IsComparedAsWhole(candidate, locked))
        {
            foreach (var file in locked.Files)
            {
                digests[file.Path] = file.Sha256;
            }
        }
        else if (candidate.Files is [var only])
        {
            digests[only.Name] = locked.Version.Sha256;
        }

        var converted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in candidate.Files)
        {
            if (
                digests.TryGetValue(file.Name, out var sha256)
                && sha256 != file.Sha256
                && await versions.DiffersInLineEndingsOnlyAsync(file, sha256, cancel)
            )
            {
                converted.Add(file.Name);
            }
        }

        return converted;
    }
}
