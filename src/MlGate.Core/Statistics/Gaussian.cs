using MathNet.Numerics.Distributions;

namespace MlGate.Statistics;

/// <summary>The standard normal distribution.</summary>
internal static class Gaussian
{
    /// <summary>Share below z.</summary>
    public static double Cdf(double z) => Normal.CDF(0, 1, z);

    /// <summary>Density at z.</summary>
    public static double Density(double z) => Normal.PDF(0, 1, z);

    /// <summary>The z that has a share p below it.</summary>
    public static double Quantile(double p) => Normal.InvCDF(0, 1, p);

    /// <summary>z of a one-sided level: 1.645 for 0.05.</summary>
    public static double Critical(double alpha) => -Quantile(alpha);
}
