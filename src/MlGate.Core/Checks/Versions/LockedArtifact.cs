using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Checks.Versions;

/// <summary>An artifact and its lock, to be held against each other.</summary>
public sealed record LockedArtifact
{
    /// <summary>The artifact's bytes in the working tree.</summary>
    public required ArtifactBytes Candidate { get; init; }

    /// <summary>Its lock; null where there is none.</summary>
    public LockRecord? Lock { get; init; }

    /// <summary>Where the gate file declares the artifact.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>
    /// What the checked-out commit has of the artifact; asked only where the bytes are not as locked. Null where there is no commit.
    /// </summary>
    public Func<CommittedArtifact?> Committed { get; init; } = () => null;

    /// <summary>
    /// True if the working tree must have the committed bytes: on continuous integration, and for a reference dataset.
    /// </summary>
    public bool MustBeAsCommitted { get; init; }

    /// <summary>Severity of a lock that is out of date.</summary>
    public Severity StaleSeverity { get; init; } = Severity.Warn;

    /// <summary>True if a file differs from the SHA-256 in the lock only in its line endings.</summary>
    public Func<ArtifactFile, string, bool> DiffersInLineEndingsOnly { get; init; } = (_, _) => false;
}
