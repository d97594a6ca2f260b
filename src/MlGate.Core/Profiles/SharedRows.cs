using MlGate.Statistics;

namespace MlGate.Profiles;

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

    /// <summary>True if one of the datasets has no comparable row.</summary>
    public bool IsEmpty => One.Rows == 0 || Other.Rows == 0;
}

/// <summary>One dataset of a comparison of rows.</summary>
/// <param name="Rows">Rows that have what is compared by: an id, a group, any value.</param>
/// <param name="Shared">Rows among them that are in the other dataset too.</param>
/// <param name="Pairs">Pairs of equal rows inside the dataset: what repeats by chance look like.</param>
public sealed record SharedSide(long Rows, long Shared, long Pairs = 0);
