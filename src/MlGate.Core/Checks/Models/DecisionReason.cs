using System.Globalization;
using MlGate.Findings;

namespace MlGate.Checks.Models;

/// <summary>Why a limit is decided, or is not, where its interval alone does not show it.</summary>
internal static class DecisionReason
{
    /// <summary>A few words; null where the interval says all.</summary>
    public static string? Of(LimitCase of, Outcome outcome)
    {
        if (outcome == Outcome.Inconclusive && !of.HasEnoughInformation)
        {
            return $"{of.Effective.Count.ToString("N0", CultureInfo.InvariantCulture)} {of.Effective.Name}, at least "
                + $"{Estimation.EffectiveCount.Fewest} needed";
        }

        if (outcome == Outcome.Inconclusive && !of.IsBeyondMargin && !of.IsCarriedByEnough)
        {
            return $"dominated by {of.Estimate.CarriedBy} of the rows or groups (heavy tails), at least "
                + $"{Estimation.EffectiveCount.Fewest} needed";
        }

        if (!of.IsBeyondMargin || of.AdjustedP is not { } adjusted || of.ChangeBounds.Upper >= 0)
        {
            return null;
        }

        // The interval excludes 0: only a p that the interval does not show can keep it from failing.
        var family = of.Family > 1 ? $"p {P(adjusted)} after Holm's adjustment for {of.Family} limits, the interval is not adjusted" : null;
        return outcome == Outcome.Failed ? family
            : outcome == Outcome.Inconclusive
                ? of.Permutation is { } test && test.P > of.Of.Alpha ? $"permutation test: p {P(test.P)}"
                    : family
            : null;
    }

    private static string P(double value) => value < 0.0001 ? "below 0.0001" : value.ToString("0.0###", CultureInfo.InvariantCulture);
}
