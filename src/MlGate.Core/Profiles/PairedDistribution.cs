namespace MlGate.Profiles;

/// <summary>One column's distribution in two versions, side by side over the same support.</summary>
public sealed record PairedDistribution
{
    /// <summary>Name.</summary>
    public required string Column { get; init; }

    /// <summary>
    /// For numbers: ascending support points (values, or beyond 10,000 distinct ones the means of bins that become finer towards both
    /// ends); empty for categories.
    /// </summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>
    /// For categories: their values, null for missing ones, which come last; empty for numbers. They stay in memory: a report holds none
    /// that the gate file does not name.
    /// </summary>
    public IReadOnlyList<string?> Categories { get; init; } = [];

    /// <summary>Baseline's count per support point or category; missing values are one more category, last, only for categories.</summary>
    public required IReadOnlyList<long> Baseline { get; init; }

    /// <summary>Candidate's count, in the same order.</summary>
    public required IReadOnlyList<long> Candidate { get; init; }

    /// <summary>
    /// The baseline's standard deviation (n − 1) after winsorising at its 1st and 99th percentiles, the plain one where that is 0; 0 for
    /// categories.
    /// </summary>
    public double BaselineScale { get; init; }
}
