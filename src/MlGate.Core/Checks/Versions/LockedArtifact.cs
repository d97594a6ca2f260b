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

    /// <summary>Does a file differ from the SHA-256 that the lock records in its line endings only?</summary>
    public Func<ArtifactFile, string, bool> DiffersInLineEndingsOnly { get; init; } = (_, _) => false;
}
