using MlGate.Estimation;
using MlGate.Metrics;
using MlGate.Statistics;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>What was estimated for a need.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Candidate">The candidate's value.</param>
/// <param name="Baseline">The value of what it is compared with; undefined without it.</param>
internal sealed record EstimateAnswer(PairedObservations Rows, MetricValue Candidate, MetricValue Baseline)
{
    /// <summary>The estimate; null where there is none.</summary>
    public Estimate? Estimate { get; init; }

    /// <summary>Why there is no estimate, a few words; null with one.</summary>
    public string? Undefined { get; init; }

    /// <summary>What the estimate rests on; null without estimate.</summary>
    public EffectiveCount? Effective { get; init; }

    /// <summary>The permutation test; null where it is not needed.</summary>
    public PermutationResult? Permutation { get; init; }

    /// <summary>The level of each of the two one-sided bounds that are shown and decide.</summary>
    public required double Alpha { get; init; }

    /// <summary>Adjusted p of "no loss", by Holm or by max-T; null where nothing is tested.</summary>
    public double? AdjustedP { get; init; }

    /// <summary>Number of tests that <see cref="AdjustedP"/> is adjusted for.</summary>
    public int Family { get; init; } = 1;

    /// <summary>
    /// Raw one-sided p of "no loss": the larger one of the interval's and of the permutation test's; null where nothing is tested.
    /// </summary>
    public double? P(LossTest? loss) => loss is null || Estimate is null ? null : Math.Max(loss.P(Estimate), Permutation?.P ?? 0);
}
