using MlGate.Estimation;
using MlGate.Findings;

namespace MlGate.Checks.Models;

/// <summary>What was decided over one model.</summary>
/// <param name="Findings">Findings over the scores first, then one per declared limit, in the order of the gate file.</param>
/// <param name="Randomness">How random numbers were drawn; null if none were.</param>
public sealed record ModelJudgement(IReadOnlyList<Finding> Findings, ReportedRandomness? Randomness)
{
    /// <summary>The rows that were judged; null where labels or scores are not usable.</summary>
    internal PairedObservations? Rows { get; init; }
}
