using MlGate.Findings;

namespace MlGate.Runs;

/// <summary>Columns of a dataset in batches, in the order of the files' rows.</summary>
public interface IRowBatches
{
    /// <summary>Names of the columns, in the data's order.</summary>
    Task<Result<IReadOnlyList<string>>> ReadColumnsAsync(IDataset dataset, CancellationToken cancel);

    /// <summary>Reads columns. Values that do not cast are missing.</summary>
    /// <param name="dataset">The dataset. Of its schema only the marks of missing values count.</param>
    /// <param name="columns">Name and type of each wanted column.</param>
    /// <param name="cancel">Stops the reading.</param>
    IAsyncEnumerable<RowBatch> ReadAsync(IDataset dataset, IReadOnlyList<BatchColumn> columns, CancellationToken cancel);

    /// <summary>
    /// Reads columns of which the quotes around fields of CSV and TSV files are a part. A quoted separator is a separator then.
    /// </summary>
    IAsyncEnumerable<RowBatch> ReadWithQuotesAsync(IDataset dataset, IReadOnlyList<BatchColumn> columns, CancellationToken cancel);

    /// <summary>
    /// A content hash per row over all columns as they are written, with the occurrence number of equal rows folded in; in row order.
    /// </summary>
    Task<IReadOnlyList<UInt128>> ReadRowKeysAsync(IDataset dataset, CancellationToken cancel);
}

/// <summary>A wanted column.</summary>
/// <param name="Name">Its name in the data.</param>
/// <param name="Type">What it is read as.</param>
/// <param name="KeepsUnread">True to also return the text of present values that cannot be converted. For numbers.</param>
public sealed record BatchColumn(string Name, BatchType Type, bool KeepsUnread = false);

/// <summary>What a column is read as.</summary>
public enum BatchType
{
    /// <summary>Text; missing is null.</summary>
    Text,

    /// <summary>Single precision; missing is NaN.</summary>
    Single,

    /// <summary>Double precision; missing is NaN.</summary>
    Double,

    /// <summary>Boolean; missing is false, as the text loaders of ML.NET have it.</summary>
    Boolean,
}

/// <summary>Some consecutive rows.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Columns">Per wanted column an array of <c>string?[]</c>, <c>float[]</c>, <c>double[]</c> or <c>bool[]</c>, at least
/// <paramref name="Rows"/> long; valid until the next batch is taken.</param>
public sealed record RowBatch(int Rows, IReadOnlyList<Array> Columns)
{
    /// <summary>
    /// Per wanted column the texts of present values that did not cast, null elsewhere; null for columns without such values, or that do
    /// not keep them.
    /// </summary>
    public IReadOnlyList<string?[]?> Unread { get; init; } = [];
}
