using MlGate.Findings;
using MlGate.Gates;
using MlGate.Statistics;
using MlGate.Versions;

namespace MlGate.Profiles;

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
    Result<IReadOnlyList<ColumnPair>> Pair(ArtifactBytes baseline, ArtifactBytes candidate, DatasetGate gate, CancellationToken cancel);

    /// <summary>Rows that two datasets share.</summary>
    Result<SharedRows> Shared(ArtifactBytes one, DatasetGate oneGate, ArtifactBytes other, DatasetGate otherGate, CancellationToken cancel);
}

/// <summary>One column's distribution in two versions, side by side over the same support.</summary>
public sealed record ColumnPair
{
    /// <summary>Name.</summary>
    public required string Column { get; init; }

    /// <summary>For numbers: ascending support points (values, or beyond 10,000 distinct ones the means of bins that become finer towards both ends); empty for categories.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>For categories: their values, null for missing ones, which come last; empty for numbers. They stay in memory: a report holds none that the gate file does not name.</summary>
    public IReadOnlyList<string?> Categories { get; init; } = [];

    /// <summary>Baseline's count per support point or category; missing values are one more category, last, only for categories.</summary>
    public required IReadOnlyList<long> Baseline { get; init; }

    /// <summary>Candidate's count, in the same order.</summary>
    public required IReadOnlyList<long> Candidate { get; init; }

    /// <summary>The baseline's standard deviation (n − 1) after winsorising at its 1st and 99th percentiles, the plain one where that is 0; 0 for categories.</summary>
    public double BaselineScale { get; init; }
}

/// <summary>Rows that two datasets share.</summary>
public sealed record SharedRows
{
    /// <summary>What they were compared by: <c>id column</c>, <c>group column</c>, <c>equal rows</c>.</summary>
    public required string By { get; init; }

    /// <summary>The side of the first dataset.</summary>
    public required SharedSide One { get; init; }

    /// <summary>The side of the other dataset.</summary>
    public required SharedSide Other { get; init; }

    /// <summary>Numbers of the first few shared rows, in the first dataset.</summary>
    public IReadOnlyList<long> FirstRows { get; init; } = [];

    /// <summary>Contents of both datasets together by their number of copies; ascending.</summary>
    public IReadOnlyList<RepeatedContents> Repeats { get; init; } = [];

    /// <summary>Does one of the datasets have no row that could be compared?</summary>
    public bool IsEmpty => One.Rows == 0 || Other.Rows == 0;
}

/// <summary>One dataset of a comparison of rows.</summary>
/// <param name="Rows">Rows that have what is compared by: an id, a group, any value.</param>
/// <param name="Shared">Rows among them that are in the other dataset too.</param>
/// <param name="Pairs">Pairs of equal rows inside the dataset: what repeats by chance look like.</param>
public sealed record SharedSide(long Rows, long Shared, long Pairs = 0);
