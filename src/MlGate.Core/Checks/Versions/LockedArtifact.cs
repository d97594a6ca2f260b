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
    /// What the checked-out commit has of the artifact, if the bytes are not as locked and <see cref="MustBeAsCommitted"/>; null where
    /// there is no commit.
    /// </summary>
    public CommittedArtifact? Committed { get; init; }

    /// <summary>
    /// True if the working tree must have the committed bytes: on continuous integration, and for a reference dataset.
    /// </summary>
    public bool MustBeAsCommitted { get; init; }

    /// <summary>Severity of a lock that is out of date.</summary>
    public Severity StaleSeverity { get; init; } = Severity.Warn;

    /// <summary>Names of the candidate's files that differ from the lock only in their line endings.</summary>
    public IReadOnlySet<string> ConvertedFiles { get; init; } = new HashSet<string>();
}
