using MlGate.Versions;

namespace MlGate.App.UseCases;

/// <summary>What <c>mlgate lock</c> did for one gate.</summary>
/// <param name="Written">The gate's artifacts as they are recorded now.</param>
/// <param name="Removed">Artifacts that no gate names any more, whose locks are gone.</param>
internal sealed record LockedGate(IReadOnlyList<LockRecord> Written, IReadOnlyList<Artifact> Removed);
