namespace MlGate.Statistics;

/// <summary>The p of the test that an interval inverts.</summary>
internal static class BoundLevel
{
    // Beyond this z a p-value is 0 in double precision.
    private const double FarthestZ = 38;

    /// <summary>The level at which a bound reaches 0, in (0, 0.5].</summary>
    public static double For(Func<double, bool> reachesZero)
    {
        var (near, far) = (0.0, FarthestZ);
        for (var step = 0; step < 60; step++)
        {
            var middle = (near + far) / 2;
            (near, far) = reachesZero(Gaussian.Cdf(-middle)) ? (near, middle) : (middle, far);
        }

        return Gaussian.Cdf(-(near + far) / 2);
    }
}
