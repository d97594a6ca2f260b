using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>What the caller of a run decides; everything else stands in the gate file.</summary>
public sealed record RunOptions
{
    /// <summary>Version of this MlGate, for the report.</summary>
    public required string Tool { get; init; }

    /// <summary>The gate file's path for the report: relative to the repository's root.</summary>
    public required string GateFile { get; init; }

    /// <summary>Takes the place of the gate file's <c>baseline</c>; null to keep it.</summary>
    public string? Baseline { get; init; }

    /// <summary>True for a verdict of continuous integration, where unchanged time stamps prove nothing.</summary>
    public bool ContinuousIntegration { get; init; }

    /// <summary>What there is to say before anything is measured: where the gate comes from.</summary>
    public IReadOnlyList<Finding> Notes { get; init; } = [];

    /// <summary>The commit whose test sets the models are evaluated on; null for those of the working tree.</summary>
    public Baseline? TestSetsAt { get; init; }

    /// <summary>The commit that waivers are read from where the gate trusts no others; null for the working tree.</summary>
    public string? WaiversAt { get; init; }

    /// <summary>Check these subjects only, as training does with its datasets before it starts; null for all.</summary>
    public IReadOnlySet<CheckId>? Only { get; init; }

    /// <summary>True to create curves and distributions for the report. They do not affect the verdict.</summary>
    public bool WithPictures { get; init; } = true;
}
