using MlGate.Profiles;

namespace MlGate.Drift;

/// <summary>A two-sample statistic of drift. The rows are in <see cref="DriftMethods"/>.</summary>
public sealed class DriftMethod
{
    private readonly Func<PairedDistribution, long, DriftStatistic> create;

    internal DriftMethod(Func<PairedDistribution, long, DriftStatistic> create) => this.create = create;

    /// <summary>Its name in the gate file and in reports: <c>jensen-shannon</c>.</summary>
    public required string Key { get; init; }

    /// <summary>True if it measures numbers.</summary>
    public bool ForNumbers { get; init; }

    /// <summary>True if it measures categories and booleans.</summary>
    public bool ForCategories { get; init; }

    /// <summary>The limit that holds unless the gate file sets one, in the statistic's unit.</summary>
    public double DefaultLimit { get; init; } = 0.1;

    /// <summary>True if it needs ordered values with distances.</summary>
    public bool NeedsNumbers => !ForCategories;

    /// <summary>The statistic of a pair.</summary>
    /// <param name="pair">Counts of both samples over one support.</param>
    /// <param name="seed">Of the permutations, where there are any.</param>
    internal DriftStatistic Create(PairedDistribution pair, long seed) => create(pair, seed);

    /// <summary>The key.</summary>
    public override string ToString() => Key;
}
