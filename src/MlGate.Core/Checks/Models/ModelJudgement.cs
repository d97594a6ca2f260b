using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Checks.Models;

/// <summary>What was decided over one model.</summary>
/// <param name="Findings">Findings over the scores first, then one per declared limit, in the order of the gate file.</param>
/// <param name="Randomness">How random numbers were drawn; null if none were.</param>
/// <param name="Picture">Curves and flips over the same rows; null where there are none.</param>
public sealed record ModelJudgement(IReadOnlyList<Finding> Findings, ReportedRandomness? Randomness, ModelPicture? Picture);
