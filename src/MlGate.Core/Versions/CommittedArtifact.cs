namespace MlGate.Versions;

/// <summary>What a commit has of an artifact.</summary>
/// <param name="GitObjectId">Git's id of its bytes; null where the commit does not have them.</param>
/// <param name="Lock">Its lock; null where the commit has none that can be read.</param>
public sealed record CommittedArtifact(string? GitObjectId, LockRecord? Lock);
