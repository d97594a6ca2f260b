namespace MlGate.Statistics;

/// <summary>Score interval of one proportion (Wilson 1927).</summary>
public static class Wilson
{
    /// <summary>Bounds of the proportion, in [0, 1].</summary>
    /// <param name="successes">Successes, 0 … n.</param>
    /// <param name="n">Trials, positive.</param>
    /// <param name="alpha">One-sided error level.</param>
    public static Bounds Interval(double successes, double n, double alpha)
    {
        var z = Gaussian.Critical(alpha);
        var (share, square) = (successes / n, z * z);
        var centre = (share + (square / (2 * n))) / (1 + (square / n));
        var half = z * Math.Sqrt((share * (1 - share) / n) + (square / (4 * n * n))) / (1 + (square / n));

        // At the ends the formula is 0 and 1 but for rounding (statsmodels once printed 1.0000000000000002).
        return new Bounds(successes == 0 ? 0 : Math.Max(0, centre - half), successes == n ? 1 : Math.Min(1, centre + half));
    }
}
