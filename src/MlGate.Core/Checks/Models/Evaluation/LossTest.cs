using MlGate.Estimation;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>A test of "no loss".</summary>
/// <param name="Margin">The loss that is tolerated: only beyond it is a p needed.</param>
/// <param name="Sign">+1 where a loss is a drop of the value, −1 where it is a rise.</param>
/// <param name="IsInFamily">True if it can fail the build: Holm adjusts for all of these together.</param>
internal sealed record LossTest(double Margin, int Sign, bool IsInFamily)
{
    /// <summary>True if a failure needs the permutation test as well.</summary>
    public bool NeedsPermutation(Estimate estimate, EffectiveCount effective) =>
        Sign * estimate.Value < -Margin
        && (!effective.IsTooFew || estimate.HoldsForFewRows)
        && estimate.NeedsPermutation
        && (
            Math.Min(effective.Count, estimate.CarriedBy ?? long.MaxValue) < EffectiveCount.Permuted
            || ConstantEstimate.IsWithoutVariance(estimate)
        );

    /// <summary>One-sided p of "no loss" of the interval.</summary>
    public double P(Estimate estimate) => Sign > 0 ? estimate.PNoDrop : estimate.PNoRise;
}
