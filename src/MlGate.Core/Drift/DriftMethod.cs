namespace MlGate.Drift;

/// <summary>The two-sample statistics of drift.</summary>
public enum DriftMethod
{
    /// <summary>
    /// Wasserstein-1 distance over the baseline's standard deviation after winsorising at its 1st and 99th percentiles. Default for
    /// numbers.
    /// </summary>
    Wasserstein,

    /// <summary>Jensen-Shannon distance, base 2, in [0, 1]. Default for categories.</summary>
    JensenShannon,

    /// <summary>Population stability index over the baseline's deciles (numbers) or categories.</summary>
    Psi,

    /// <summary>Largest difference of a category's share.</summary>
    LInfinity,

    /// <summary>Kolmogorov-Smirnov distance.</summary>
    KolmogorovSmirnov,
}
