using MlGate.Findings;

namespace MlGate.Versions;

/// <summary>Writes locks.</summary>
public interface ILockStore
{
    /// <summary>
    /// Writes one file per record under <c>.mlgate/lock/</c>, each atomically, all under one process-wide lock; files that would not change
    /// are left alone.
    /// </summary>
    /// <returns>Problems; empty when every record stands.</returns>
    Task<IReadOnlyList<Finding>> WriteAsync(IReadOnlyCollection<LockRecord> records, CancellationToken cancel);
}
