namespace MlGate.Profiles;

/// <summary>What one reading of a dataset found: its statistics, and what in it breaks checks.</summary>
public sealed record DatasetScan
{
    /// <summary>The statistics.</summary>
    public required DatasetProfile Profile { get; init; }

    /// <summary>
    /// Per check id, how many rows or values break it. A check that could be evaluated is always here, with count 0 if nothing breaks it.
    /// </summary>
    public IReadOnlyDictionary<string, Violations> Violations { get; init; } = new Dictionary<string, Violations>();

    /// <summary>Per check id why a rule or a pattern could not be evaluated at all.</summary>
    public IReadOnlyDictionary<string, NotUsable> NotUsable { get; init; } = new Dictionary<string, NotUsable>();
}

/// <summary>Why a rule or a pattern could not be evaluated at all.</summary>
/// <param name="Reason">What was found, without cell values.</param>
/// <param name="Fix">The way out; null for the general one.</param>
public sealed record NotUsable(string Reason, string? Fix)
{
    /// <summary>True if a declared column is not in the data. The rule itself may be valid.</summary>
    public bool IsColumnAbsent { get; init; }
}

/// <summary>What broke one check.</summary>
/// <param name="Count">Values (or rows) that break it.</param>
/// <param name="Of">Values (or rows) that were judged.</param>
/// <param name="FirstRows">Numbers of the first few offending rows, ascending, from 1 for the first data row.</param>
/// <param name="Note">More, without cell values: <c>3 of them are decimal commas</c>.</param>
public sealed record Violations(long Count, long Of, IReadOnlyList<long> FirstRows, string? Note = null)
{
    /// <summary>For a dataset of several files: where <see cref="FirstRows"/> stand, in the same order; empty for one file.</summary>
    public IReadOnlyList<RowPlace> FirstPlaces { get; init; } = [];
}

/// <summary>A row of one file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Row">From 1 for the file's first data row.</param>
public sealed record RowPlace(string File, long Row);
