using MlGate.Models.Preflight;

namespace MlGate.Models.Sources;

/// <summary>How predictions are made and kept.</summary>
internal sealed record PredictionSettings
{
    /// <summary>Version of this MlGate: cached predictions of another one are not taken.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>
    /// Are a candidate's predictions kept and taken too? False on continuous integration, where a verdict is always computed anew.
    /// </summary>
    public bool CacheCandidates { get; init; } = true;

    /// <summary>
    /// Are a baseline's predictions kept and taken? False where the cache's folder can hold what the author of a change put there: a cache
    /// in the working tree of
    /// a pull request.
    /// </summary>
    public bool CacheBaselines { get; init; } = true;

    /// <summary>
    /// Is what was scored and not cached held in memory, because it may be asked for again? So it is in a pull request, whose changed gate
    /// is tried out beside the one that judges.
    /// </summary>
    public bool Remember { get; init; }

    /// <summary>How many of the first rows each model scores twice, to see whether it answers the same; 0 for none.</summary>
    public int RowsScoredTwice { get; init; } = 1_000;

    /// <summary>What a model's archive may hold.</summary>
    public ArchiveCaps Caps { get; init; } = new();
}
