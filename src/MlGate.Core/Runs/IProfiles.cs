using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Runs;

/// <summary>Aggregates over datasets, computed where the data is: few scans, bounded memory, the same for any thread count.</summary>
public interface IProfiles
{
    /// <summary>The statistics of a dataset.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="isPairedNext">Will its columns be paired next? Then what was read of them is held until that.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The profile, or findings of 20xx where the data cannot be read as what it claims to be.</returns>
    Task<Result<DatasetProfile>> ProfileAsync(IDataset dataset, bool isPairedNext, CancellationToken cancel);

    /// <summary>The statistics of a dataset, and what in it breaks checks.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="queries">What is counted.</param>
    /// <param name="isPairedNext">Will its columns be paired next? Then what was read of them is held until that.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Both, or findings of 20xx where the data cannot be read as what it claims to be.</returns>
    Task<Result<DatasetScan>> ScanAsync(
        IDataset dataset,
        IReadOnlyList<ViolationQuery> queries,
        bool isPairedNext,
        CancellationToken cancel
    );

    /// <summary>Distributions of columns side by side, for drift.</summary>
    /// <param name="baseline">The earlier version.</param>
    /// <param name="candidate">The later version.</param>
    /// <param name="columns">Which columns and rows.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>One per column that both versions have, in the order of the request.</returns>
    Task<Result<IReadOnlyList<PairedDistribution>>> PairAsync(
        IDataset baseline,
        IDataset candidate,
        PairedColumns columns,
        CancellationToken cancel
    );

    /// <summary>
    /// Rows that two datasets share: by id and by group where both have one, else by equal values in all columns that both use.
    /// </summary>
    Task<Result<SharedRows>> FindSharedRowsAsync(IDataset one, IDataset other, CancellationToken cancel);
}

/// <summary>What is compared of two versions of a dataset.</summary>
/// <param name="Names">Declared columns.</param>
/// <param name="AddedRowsOnly">True if only rows of the later version count that the earlier one does not have.</param>
public sealed record PairedColumns(IReadOnlyList<string> Names, bool AddedRowsOnly);
