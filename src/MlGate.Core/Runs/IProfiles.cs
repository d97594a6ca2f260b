using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Aggregates over datasets, computed where the data is.</summary>
public interface IProfiles
{
    /// <summary>The profile of a dataset under a gate's schema: few scans, bounded memory, the same for any thread count.</summary>
    /// <returns>The profile, or findings of 20xx where the data cannot be read as what it claims to be.</returns>
    Result<DatasetProfile> Profile(ArtifactBytes bytes, DatasetGate gate, CancellationToken cancel);

    /// <summary>Paired distributions of columns, for drift.</summary>
    /// <param name="baseline">The earlier bytes.</param>
    /// <param name="candidate">The later bytes.</param>
    /// <param name="gate">Schema, methods and whether only added rows count.</param>
    /// <param name="cancel">Stops the reading.</param>
    Result<IReadOnlyList<PairedDistribution>> Pair(
        ArtifactBytes baseline,
        ArtifactBytes candidate,
        DatasetGate gate,
        CancellationToken cancel
    );

    /// <summary>Rows that two datasets share.</summary>
    Result<SharedRows> Shared(ArtifactBytes one, DatasetGate oneGate, ArtifactBytes other, DatasetGate otherGate, CancellationToken cancel);
}
