namespace MlGate.Profiles;

/// <summary>The aggregated statistics of one dataset version: small, never raw rows.</summary>
public sealed record DatasetProfile
{
    /// <summary>Data rows.</summary>
    public required long Rows { get; init; }

    /// <summary>The columns as the data has them, in its order.</summary>
    public required IReadOnlyList<ColumnProfile> Columns { get; init; }
}

/// <summary>Statistics of one column.</summary>
public sealed record ColumnProfile
{
    /// <summary>Name, as in the data.</summary>
    public required string Name { get; init; }

    /// <summary>How the source stores it: <c>VARCHAR</c> for text formats.</summary>
    public required string StoredAs { get; init; }

    /// <summary>Present values.</summary>
    public required long Present { get; init; }

    /// <summary>Missing values: null, or an empty field of a text format.</summary>
    public required long Missing { get; init; }

    /// <summary>
    /// Distinct present values. Exact for data of at most 16 MiB, and for categories and booleans; otherwise an estimate with a standard
    /// error of 13 % (HyperLogLog with 64 registers).
    /// </summary>
    public long? Distinct { get; init; }

    /// <summary>True if <see cref="Distinct"/> is an estimate.</summary>
    public bool IsDistinctEstimated { get; init; }

    /// <summary>For numbers: the moments and quantiles; null otherwise.</summary>
    public NumberProfile? Numbers { get; init; }

    /// <summary>For texts: shortest and longest, in characters; null otherwise.</summary>
    public LengthProfile? Lengths { get; init; }

    /// <summary>
    /// For categories and booleans: count per value, most frequent first, at most 100; stays in the cache, never in a report.
    /// </summary>
    public IReadOnlyList<CategoryCount> Top { get; init; } = [];
}

/// <summary>
/// Moments and quantiles of a number column. Moments of data of any size are sums of scaled integers, so that no order of the rows changes
/// them.
/// </summary>
/// <param name="Min">Smallest.</param>
/// <param name="Max">Largest.</param>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">With n − 1; 0 for one value.</param>
/// <param name="Quantiles">At 1, 5, 10, 25, 50, 75, 90, 95 and 99 %. Exact, with linear interpolation between ranks, for data of at most 16
/// MiB.
/// For larger data they come from counts between edges that a sample of the values sets, by linear interpolation inside a bin. At most 2 %
/// of the values lie between such a quantile and the
/// exact one: a bin that holds more of them than one value is counted again between finer edges. They do not depend on threads or on the
/// order of the rows.</param>
public sealed record NumberProfile(double Min, double Max, double Mean, double StandardDeviation, IReadOnlyList<double> Quantiles);

/// <summary>Lengths of a text column.</summary>
/// <param name="Min">Shortest, characters.</param>
/// <param name="Max">Longest, characters.</param>
public sealed record LengthProfile(long Min, long Max);

/// <summary>How often a value stands in a column.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Count">How often.</param>
public sealed record CategoryCount(string Value, long Count);
