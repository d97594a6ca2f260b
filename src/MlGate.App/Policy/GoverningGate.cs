using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.App.Policy;

/// <summary>A gate and what there is to say about where it comes from.</summary>
/// <param name="Gate">The gate that judges.</param>
public sealed record GoverningGate(Gate Gate)
{
    /// <summary>The commit that the pull request branched from; null outside of pull requests, or where there is none.</summary>
    public Baseline? Base { get; init; }

    /// <summary>The commit whose test sets judge; null for those of the working tree.</summary>
    public Baseline? TestSetsAt { get; init; }

    /// <summary>Files of the gate that the pull request changes.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Does the pull request remove the gate with all that it is about? Then nothing is left to measure.</summary>
    public bool IsEnd { get; init; }

    /// <summary>What there is to say before anything is measured.</summary>
    public IReadOnlyList<Finding> Notes { get; init; } = [];
}
