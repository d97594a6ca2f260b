using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>
/// An estimate that no resample moves: no interval of zero width follows from that. It is given the width of Tango's interval without
/// discordant rows, ± z²/(n + z²), times the scale of
/// what is measured: rows that differ may exist, and were not drawn.
/// </summary>
internal sealed class ConstantEstimate(double value, long n, double scale, double minimum, double maximum, double smallestP) : Estimate
{
    public override double Value => value;

    public override string Method => "no resample differs: z²/(n + z²)";

    public override double StandardError => scale / Math.Max(1, n);

    /// <summary>Nothing is known of its variance: a failure needs the permutation test however many rows there are.</summary>
    public static bool IsWithoutVariance(Estimate estimate) =>
        estimate is ConstantEstimate
        || estimate is RelativeEstimate { Log: ConstantEstimate } or RatioAtZeroEstimate { Change: ConstantEstimate };

    public override Bounds At(double alpha)
    {
        var half = Half(Gaussian.Critical(alpha));
        return new Bounds(value - half, value + half).Clamp(minimum, maximum);
    }

    public override double PNoDrop => P(-value);

    public override double PNoRise => P(value);

    private double Half(double z) => scale * z * z / (n + (z * z));

    // The level at which the bound reaches 0; a change of 0 or the other way is no evidence.
    private double P(double against)
    {
        var share = against / scale;
        return against <= 0 ? 1
            : share >= 1 ? smallestP
            : Math.Max(smallestP, Gaussian.Cdf(-Math.Sqrt(n * share / (1 - share))));
    }
}
