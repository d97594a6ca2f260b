using MlGate.Estimation;
using MlGate.Findings;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>The candidate beside one other version over the same rows, or why there is none to compare with.</summary>
/// <param name="Rows">The rows, without the other version if it cannot be compared; null without rows.</param>
/// <param name="Missing"><see cref="Outcome.Passed"/> if the other version can be compared; else the outcome of what needs it.</param>
/// <param name="Reason">Why it cannot be compared, a few words.</param>
internal sealed record ComparedRows(PairedObservations? Rows, Outcome Missing, string Reason)
{
    /// <summary>True if there are two versions.</summary>
    public bool IsPossible => Missing == Outcome.Passed;
}
