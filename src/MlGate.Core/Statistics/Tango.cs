namespace MlGate.Statistics;

/// <summary>Score interval of the difference of two paired proportions (Tango 1998, Statistics in Medicine 17).</summary>
public static class Tango
{
    /// <summary>Bounds of the change, in [−1, 1]: where the score statistic equals ± z.</summary>
    /// <param name="table">The paired counts, at least one row.</param>
    /// <param name="alpha">One-sided error level.</param>
    public static Bounds Interval(PairedTable table, double alpha)
    {
        var z = Gaussian.Critical(alpha);
        return new Bounds(Root(table, z, -1, table.Change), Root(table, -z, table.Change, 1));
    }

    /// <summary>The score statistic of H0: change = <paramref name="change"/>; standard normal for many rows.</summary>
    /// <param name="table">The paired counts.</param>
    /// <param name="change">The change under the hypothesis, in (−1, 1).</param>
    public static double Score(PairedTable table, double change)
    {
        var (n, b, c) = ((double)table.Rows, (double)table.Gained, (double)table.Lost);
        var quadratic = 2 * n;
        var linear = -b - c + ((quadratic - b + c) * change);
        var constant = -c * change * (1 - change);
        var lost = (Math.Sqrt((linear * linear) - (4 * quadratic * constant)) - linear) / (2 * quadratic);
        var variance = n * ((2 * lost) + (change * (1 - change)));
        var numerator = b - c - (n * change);
        return numerator == 0 ? 0
            : variance <= 0 ? double.PositiveInfinity * Math.Sign(numerator)
            : numerator / Math.Sqrt(variance);
    }

    // The statistic falls as the hypothesised change grows.
    private static double Root(PairedTable table, double target, double low, double high)
    {
        for (var step = 0; step < 200 && high - low > 1e-15; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Score(table, middle) > target ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
