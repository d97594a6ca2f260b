using System.Globalization;
using MlGate.Checks.Models.Evaluation;
using MlGate.Findings;

namespace MlGate.Checks.Models.Limits;

/// <summary>Why a limit is decided, or is not, where its interval alone does not show it.</summary>
internal static class DecisionReason
{
    /// <summary>A few words; null where the interval says all.</summary>
    /// <param name="evaluation">What was measured.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="withP">With the adjusted p: for a message. Evidence has it as a number.</param>
    public static string? From(MetricLimitEvaluation evaluation, Outcome outcome, bool withP)
    {
        if (outcome == Outcome.Inconclusive && !evaluation.HasEnoughInformation)
        {
            return $"{evaluation.Effective.Count.ToString("N0", CultureInfo.InvariantCulture)} {evaluation.Effective.Name}, at least "
                + $"{Estimation.EffectiveCount.Fewest} needed";
        }

        if (outcome == Outcome.Inconclusive && !evaluation.IsBeyondMargin && !evaluation.IsCarriedByEnough)
        {
            return $"dominated by {evaluation.Estimate.CarriedBy} of the rows or groups (heavy tails), at least "
                + $"{Estimation.EffectiveCount.Fewest} needed";
        }

        if (!evaluation.IsBeyondMargin || evaluation.AdjustedP is not { } adjusted || evaluation.ChangeBounds.Upper >= 0)
        {
            return null;
        }

        // The interval excludes 0: only a p that the interval does not show can keep it from failing.
        var start =
            withP ? $"p {P(adjusted)}"
            : outcome == Outcome.Failed ? "significant"
            : "not significant";
        var family =
            evaluation is { Family: > 1, Segment: not null }
                ? $"{start} adjusted for {evaluation.Family} limits of segments together (max-T)"
            : evaluation.Family > 1 ? $"{start} after Holm's adjustment for {evaluation.Family} limits, the interval is not adjusted"
            : null;
        return outcome == Outcome.Failed ? family
            : outcome == Outcome.Inconclusive
                ? evaluation.Permutation is { } test && test.P > evaluation.Model.Alpha ? $"permutation test: p {P(test.P)}"
                    : family
            : null;
    }

    private static string P(double value) => value < 0.0001 ? "below 0.0001" : value.ToString("0.0###", CultureInfo.InvariantCulture);
}
