namespace MlGate.Statistics;

/// <summary>
/// Bias-corrected and accelerated bootstrap (Efron 1987); only bias-corrected with an acceleration of 0, the percentile interval where the
/// correction is not defined.
/// </summary>
internal sealed class Bca
{
    private readonly SortedReplicates replicates;
    private readonly double estimate;
    private readonly double bias;
    private readonly double acceleration;

    /// <summary>Takes replicates.</summary>
    /// <param name="estimate">The estimate itself.</param>
    /// <param name="replicates">Its replicates; undefined ones are NaN and are left out. Infinite ones (the logarithm of a ratio with 0)
    /// keep their place in the order.</param>
    /// <param name="acceleration">From a jackknife; 0 for the bias alone, NaN for the percentile interval.</param>
    public Bca(double estimate, double[] replicates, double acceleration)
    {
        this.estimate = estimate;
        this.replicates = new SortedReplicates(replicates);
        var share = this.replicates.ShareBelow(estimate);
        IsCorrected = double.IsFinite(acceleration) && share > 0 && share < 1;
        this.acceleration = IsCorrected ? acceleration : 0;
        bias = IsCorrected ? Gaussian.Quantile(share) : 0;
    }

    /// <summary>True if the correction is defined.</summary>
    public bool IsCorrected { get; }

    /// <summary>True if the acceleration was corrected, too.</summary>
    public bool IsAccelerated => acceleration != 0;

    /// <summary>Number of defined replicates.</summary>
    public int Count => replicates.Count;

    /// <summary>Share of the replicates that were undefined.</summary>
    public double Undefined => replicates.Undefined;

    /// <summary>Mean of the finite replicates.</summary>
    public double Mean => replicates.Mean;

    /// <summary>Standard deviation of the finite replicates.</summary>
    public double StandardError => replicates.StandardError;

    /// <summary>True if all replicates are equal.</summary>
    public bool IsConstant => replicates.IsConstant;

    /// <summary>The two one-sided bounds.</summary>
    public Bounds At(double alpha) =>
        replicates.Count == 0
            ? new Bounds(estimate, estimate)
            : new Bounds(replicates.Quantile(Level(Gaussian.Quantile(alpha))), replicates.Quantile(Level(-Gaussian.Quantile(alpha))));

    /// <summary>
    /// One-sided p of H0: the truth is at least <paramref name="value"/>. The same inversion that makes <see cref="At"/>, so that p ≤ α
    /// exactly where the upper bound is below the value.
    /// </summary>
    public double PAtLeast(double value) => Gaussian.Cdf(-Inverse(value));

    /// <summary>One-sided p of H0: the truth is at most <paramref name="value"/>.</summary>
    public double PAtMost(double value) => Gaussian.Cdf(Inverse(value));

    /// <summary>
    /// Monte Carlo standard error of a bound: that of the quantile and that of the bias, both from the same replicates. With l the level of
    /// the quantile and s the share below the
    /// estimate, the variance of the level is (l(1 − l) + k² s(1 − s) − 2k (min(l, s) − l s)) / B, k = 2 φ(z_l) / φ(z_s).
    /// </summary>
    public double BoundError(double alpha)
    {
        var (l, s) = (Level(Gaussian.Quantile(alpha)), replicates.ShareBelow(estimate));
        var plain = l * (1 - l);
        if (!IsCorrected || plain <= 0)
        {
            return replicates.ErrorOfQuantile(Math.Clamp(l, 1e-9, 1 - 1e-9));
        }

        var k = 2 * Gaussian.Density(Gaussian.Quantile(l)) / Gaussian.Density(bias);
        var variance = plain + (k * k * s * (1 - s)) - (2 * k * (Math.Min(l, s) - (l * s)));
        return replicates.ErrorOfQuantile(l) * Math.Sqrt(variance / plain);
    }

    private double Inverse(double value)
    {
        var z = replicates.Z(value) - bias;
        var divisor = 1 + (acceleration * z);
        return (divisor <= 0 ? z : z / divisor) - bias;
    }

    // (z0 + z) / (1 − a (z0 + z)), shifted: the level of the quantile that is the bound.
    private double Level(double z)
    {
        var shifted = bias + z;
        var divisor = 1 - (acceleration * shifted);
        return divisor <= 0 ? Gaussian.Cdf(z) : Gaussian.Cdf(bias + (shifted / divisor));
    }
}
