using MlGate.Findings;

namespace MlGate.Versions;

/// <summary>The locks of artifacts.</summary>
public interface ILockReader
{
    /// <summary>
    /// The artifact's lock in the working tree (baseline null) or at a commit. A lock that is not there is
    /// <see cref="Diagnostics.LockMissing"/>.
    /// </summary>
    Task<Result<LockRecord>> ReadLockAsync(Artifact artifact, Baseline? baseline, CancellationToken cancel);
}
