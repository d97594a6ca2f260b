using MlGate.Findings;

namespace MlGate.Plots;

/// <summary>A drifted column's values in both versions, side by side.</summary>
public sealed record Distribution
{
    /// <summary>Most distributions of one dataset.</summary>
    public const int Most = 20;

    /// <summary>Most bins of one distribution.</summary>
    public const int MostBins = 32;

    /// <summary>Id of the finding that it belongs to: <c>datasets.train.drift.columns.tenure</c>.</summary>
    public required CheckId Check { get; init; }

    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>True if the candidate has only rows that are not in the baseline.</summary>
    public required bool AddedRowsOnly { get; init; }

    /// <summary>The bins: ascending ranges, or categories with the most frequent first.</summary>
    public required IReadOnlyList<DistributionBin> Bins { get; init; }
}

/// <summary>How often a range or a category stands in the two versions.</summary>
public sealed record DistributionBin
{
    /// <summary>What the bin holds.</summary>
    public required BinKind Kind { get; init; }

    /// <summary>Name of a category that the gate file names itself; null for all others, whose names are values of cells.</summary>
    public string? Name { get; init; }

    /// <summary>Lower edge of a range, which belongs to it; null where it is open. Edges are round numbers, not values of cells.</summary>
    public double? From { get; init; }

    /// <summary>Upper edge of a range, which does not belong to it; null where it is open.</summary>
    public double? To { get; init; }

    /// <summary>How many categories the bin holds, where it holds several.</summary>
    public long? Merged { get; init; }

    /// <summary>Rows of the baseline.</summary>
    public required long Baseline { get; init; }

    /// <summary>Rows of the candidate.</summary>
    public required long Candidate { get; init; }
}

/// <summary>What a bin holds.</summary>
public enum BinKind
{
    /// <summary>Numbers between two edges.</summary>
    Range,

    /// <summary>One category.</summary>
    Category,

    /// <summary>The rarer categories together.</summary>
    Others,

    /// <summary>Missing values.</summary>
    Missing,
}
