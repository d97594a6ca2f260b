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
    public static LockedArtifact Compare(
        ArtifactBytes candidate,
        LockRecord? locked,
        FilePlace place,
        Gate gate,
        IVersions versions,
        bool continuousIntegration,
        CancellationToken cancel
    ) =>
        new()
        {
            Candidate = candidate,
            Lock = locked,
            Place = place,
            Committed = () => versions.Committed(candidate.Artifact),
            MustBeAsCommitted = gate.IsReference(candidate.Artifact) || (continuousIntegration && gate.StaleLock != StaleLock.Warn),
            StaleSeverity =
                gate.StaleLock == StaleLock.Error || (continuousIntegration && gate.StaleLock == StaleLock.Auto)
                    ? Severity.Error
                    : Severity.Warn,
            DiffersInLineEndingsOnly = (file, digest) => versions.DiffersInLineEndingsOnly(file, digest, cancel),
        };
}
