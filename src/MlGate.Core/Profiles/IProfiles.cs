using MlGate.Findings;
using MlGate.Gates;
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
/// <param name="By">What they were compared by: <c>id column</c>, <c>group column</c>, <c>equal rows</c>.</param>
/// <param name="Shared">Rows of the first dataset that are in the other too.</param>
/// <param name="Of">Rows of the first dataset that have what is compared by (an id, a group, any value); 0 when one of the two datasets has no such row: nothing was compared.</param>
/// <param name="DuplicatedInside">Rows of the first dataset that repeat another of its own rows: what chance duplicates look like.</param>
/// <param name="FirstRows">Numbers of the first few shared rows.</param>
public sealed record SharedRows(string By, long Shared, long Of, long DuplicatedInside, IReadOnlyList<long> FirstRows);
