using MlGate.Findings;

namespace MlGate.Checks.Models;

/// <summary>
/// The change against the baseline (or the anchor) within a margin d. Passed: the lower bound of the change is above −d. Failed: the estimate is below −d and the loss is real, by the adjusted p of "no loss".
/// Else nothing is decided. Failing does not ask for proof that the loss exceeds d: that would let most true losses of 2 d through.
/// </summary>
internal static class MetricMustNotDrop
{
    /// <summary>Passed, failed or inconclusive.</summary>
    public static Finding Judge(LimitCase of)
    {
        var margin = of.Limit.Value;
        if (of.HasEnoughRows && (of.ChangeBounds.Lower > -margin || (of.ChangeBounds is { Lower: 0, Upper: 0 } && margin == 0)))
        {
            return MetricFinding.Of(of, Outcome.Passed);
        }

        var isReal = of.HasEnoughRows && of.AdjustedP <= of.Of.Alpha;
        return of.Change < -margin && isReal
            ? MetricFinding.Of(of, Outcome.Failed, fix: "Look at what changed in data, code and settings, or accept the loss in a reviewed commit")
            : MetricFinding.Of(of, Outcome.Inconclusive);
    }
}
