using MathNet.Numerics.Distributions;

namespace MlGate.Statistics;

/// <summary>Exact interval of one proportion (Clopper and Pearson 1934): never errs more often than alpha says.</summary>
public static class ClopperPearson
{
    /// <summary>Bounds of the proportion, in [0, 1].</summary>
    /// <param name="successes">Successes, 0 … n.</param>
    /// <param name="n">Trials, positive.</param>
    /// <param name="alpha">One-sided error level.</param>
    public static Bounds Interval(long successes, long n, double alpha) =>
        new(
            successes == 0 ? 0 : Beta.InvCDF(successes, n - successes + 1, alpha),
            successes == n ? 1 : Beta.InvCDF(successes + 1, n - successes, 1 - alpha)
        );
}
