using MlGate.Findings;

namespace MlGate.Checks.Models.Limits;

/// <summary>
/// The change against the baseline (or the anchor) within a margin d. Passed: the lower bound of the change is above −d, and so is the
/// estimate (a corrected bootstrap interval may leave it
/// out). Failed: the estimate is below −d, the interval that is shown excludes 0, and the adjusted p of "no loss" is at most α; where
/// information is scarce that p is not below the one of the
/// permutation test. Else nothing is decided. Failing does not ask for proof that the loss exceeds d: that would let most true losses of 2
/// d through.
/// </summary>
internal static class MetricMustNotDrop
{
    /// <summary>Passed, failed or inconclusive.</summary>
    public static Finding Evaluate(MetricLimitEvaluation evaluation)
    {
        var outcome = OutcomeOf(evaluation);
        return MetricFinding.Create(
            evaluation,
            outcome,
            fix: outcome == Outcome.Failed ? "Find out what changed in data, code or settings" : null
        );
    }

    /// <summary>The rule.</summary>
    public static Outcome OutcomeOf(MetricLimitEvaluation evaluation)
    {
        var (margin, bounds) = (evaluation.Limit.Value, evaluation.ChangeBounds);
        var isUnchanged = bounds is { Lower: 0, Upper: 0 };
        return isUnchanged ? Outcome.Passed
            : !evaluation.HasEnoughInformation ? Outcome.Inconclusive
            : bounds.Lower > -margin && !evaluation.IsBeyondMargin
                ? evaluation.IsCarriedByEnough ? Outcome.Passed
                    : Outcome.Inconclusive
            : evaluation.IsBeyondMargin && bounds.Upper < 0 && evaluation.AdjustedP <= evaluation.Model.Alpha ? Outcome.Failed
            : Outcome.Inconclusive;
    }
}
