using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>
/// A change as a share of the baseline's value where one of the two values is 0, so that there is no logarithm: the bounds and the p of the
/// change, over the baseline's value.
/// From 0 every rise is infinite, and no value of the metric is below −100 %.
/// </summary>
internal sealed class RatioAtZeroEstimate(Estimate change, double baseline) : Estimate
{
    /// <summary>The estimate of candidate − baseline.</summary>
    public Estimate Change => change;

    public override double Value => Ratio(change.Value);

    public override string Method => change.Method + ", over the baseline's value";

    /// <summary>As a share of the baseline's value; NaN where that is 0.</summary>
    public override double StandardError => baseline == 0 ? double.NaN : change.StandardError / baseline;

    public override bool HoldsForFewRows => change.HoldsForFewRows;

    public override bool NeedsPermutation => change.NeedsPermutation;

    public override long? CarriedBy => change.CarriedBy;

    public override string? Remark => change.Remark;

    public override int Replicates => change.Replicates;

    public override double BoundError(double alpha) => baseline == 0 ? 0 : change.BoundError(alpha) / baseline;

    public override Bounds At(double alpha)
    {
        var bounds = change.At(alpha);
        return new Bounds(Ratio(bounds.Lower), Ratio(bounds.Upper));
    }

    public override double PNoDrop => change.PNoDrop;

    public override double PNoRise => change.PNoRise;

    private double Ratio(double amount) =>
        amount == 0 ? 0
        : baseline > 0 ? Math.Max(-1, amount / baseline)
        : amount > 0 ? double.PositiveInfinity
        : -1;
}
