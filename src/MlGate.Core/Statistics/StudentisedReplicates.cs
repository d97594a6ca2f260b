namespace MlGate.Statistics;

/// <summary>
/// Bootstrap-t (Efron 1979; Hall 1988): replicates of (estimate of the resample − estimate) / deviation of the resample, each deviation by
/// the infinitesimal jackknife.
/// </summary>
/// <param name="estimate">The estimate.</param>
/// <param name="deviation">Its deviation by the infinitesimal jackknife.</param>
/// <param name="ratios">The studentised replicates; NaN where undefined, infinite where a resample has no deviation.</param>
internal sealed class StudentisedReplicates(double estimate, double deviation, double[] ratios)
{
    // A deviation below this share of the estimate is the rounding of a numeric derivative.
    private const double Rounding = 1e-7;

    private readonly SortedReplicates ratios = new(ratios);

    /// <summary>Deviation of the estimate.</summary>
    public double Deviation => deviation;

    /// <summary>Number of defined replicates.</summary>
    public int Count => ratios.Count;

    /// <summary>True if the bounds at usual levels are finite: few resamples are undefined or without deviation.</summary>
    public bool IsUsable =>
        deviation > Rounding * Math.Abs(estimate)
        && double.IsFinite(deviation)
        && ratios.Undefined <= 0.05
        && !ratios.IsConstant
        && double.IsFinite(ratios.Quantile(0.01))
        && double.IsFinite(ratios.Quantile(0.99));

    /// <summary>The two one-sided bounds.</summary>
    public Bounds At(double alpha) =>
        new(estimate - (deviation * ratios.Quantile(1 - alpha)), estimate - (deviation * ratios.Quantile(alpha)));

    /// <summary>One-sided p of H0: the truth is at least <paramref name="value"/>; the inversion of <see cref="At"/>.</summary>
    public double PAtLeast(double value) => Gaussian.Cdf(ratios.Z((estimate - value) / deviation));

    /// <summary>One-sided p of H0: the truth is at most <paramref name="value"/>.</summary>
    public double PAtMost(double value) => Gaussian.Cdf(-ratios.Z((estimate - value) / deviation));

    /// <summary>Monte Carlo standard error of the lower bound.</summary>
    public double BoundError(double alpha) => deviation * ratios.ErrorOfQuantile(1 - alpha);
}
