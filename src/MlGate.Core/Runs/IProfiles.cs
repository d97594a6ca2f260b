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
    Task<Result<DatasetProfile>> ProfileAsync(ArtifactBytes bytes, DatasetGate gate, CancellationToken cancel);

    /// <summary>Paired distributions of columns, for drift.</summary>
    /// <param name="baseline">The earlier bytes.</param>
    /// <param name="candidate">The later bytes.</param>
    /// <param name="gate">Schema, methods and whether only added rows count.</param>
    /// <param name="cancel">Stops the reading.</param>
    Task<Result<IReadOnlyList<PairedDistribution>>> PairAsync(
        ArtifactBytes baseline,
        ArtifactBytes candidate,
        DatasetGate gate,
        CancellationToken cancel
    );

    /// <summary>Rows that two datasets share.</summary>
    Task<Result<SharedRows>> FindSharedRowsAsync(
        ArtifactBytes one,
        DatasetGate oneGate,
        ArtifactBytes other,
        DatasetGate otherGate,
        CancellationToken cancel
    );
}
