namespace MlGate.Drift;

/// <summary>
/// How many of <c>marked</c> rows are among <c>drawn</c> rows that are taken, without putting back, from <c>total</c> rows.
/// </summary>
internal static class Hypergeometric
{
    // 128 KiB: below it a lookup, and most cells of a permutation are there, above it a logarithm.
    private const int TableLength = 16_384;
    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);
    private static readonly double[] LogFactorials = Table();

    /// <summary>Probability of exactly <paramref name="hits"/>; 0 outside of the support.</summary>
    public static double Probability(long hits, long total, long marked, long drawn)
    {
        if (hits < Math.Max(0, marked + drawn - total) || hits > Math.Min(marked, drawn))
        {
            return 0;
        }

        var other = total - marked;
        return Math.Exp(
            LogFactorial(marked)
                - LogFactorial(hits)
                - LogFactorial(marked - hits)
                + LogFactorial(other)
                - LogFactorial(drawn - hits)
                - LogFactorial(other - drawn + hits)
                - LogFactorial(total)
                + LogFactorial(drawn)
                + LogFactorial(total - drawn)
        );
    }

    /// <summary>
    /// Mean of |hits − its mean|. With g(k) = k (total − marked − drawn + k) / total · P(k), g(k) − g(k + 1) = (k − mean) P(k), so the
    /// upper half of the sum
    /// telescopes to g at the first k above the mean (De Moivre's formula, carried over from the binomial distribution).
    /// </summary>
    public static double MeanAbsoluteDeviation(long total, long marked, long drawn)
    {
        var first = (long)((Int128)marked * drawn / total) + 1;
        return 2.0 * first * ((total - marked - drawn + first) / (double)total) * Probability(first, total, marked, drawn);
    }

    /// <summary>
    /// A draw by inversion that starts at the mode and works outwards, so its cost is of the order of the standard deviation.
    /// </summary>
    /// <param name="uniform">In [0, 1).</param>
    /// <param name="total">All rows.</param>
    /// <param name="marked">Marked ones.</param>
    /// <param name="drawn">Taken ones.</param>
    public static long Draw(double uniform, long total, long marked, long drawn)
    {
        var (lowest, highest) = (Math.Max(0, marked + drawn - total), Math.Min(marked, drawn));
        var mode = Math.Clamp((long)((Int128)(marked + 1) * (drawn + 1) / (total + 2)), lowest, highest);
        if (lowest == highest)
        {
            return lowest;
        }

        var rest = total - marked - drawn;
        var (up, down) = (mode, mode);
        var atMode = Probability(mode, total, marked, drawn);
        var (above, below) = (atMode, atMode);
        uniform -= atMode;
        while (uniform >= 0 && (up < highest || down > lowest))
        {
            if (up < highest)
            {
                above *= (marked - up) / (double)(up + 1) * ((drawn - up) / (double)(rest + up + 1));
                up++;
                uniform -= above;
                if (uniform < 0)
                {
                    return up;
                }
            }

            if (down > lowest)
            {
                below *= down / (double)(marked - down + 1) * ((rest + down) / (double)(drawn - down + 1));
                down--;
                uniform -= below;
                if (uniform < 0)
                {
                    return down;
                }
            }
        }

        return mode;
    }

    private static double LogFactorial(long n)
    {
        if (n < TableLength)
        {
            return LogFactorials[n];
        }

        // Stirling's series; the first left-out term is far below 1e-15 there.
        double x = n;
        var inverse = 1 / x;
        return ((x + 0.5) * Math.Log(x))
            - x
            + HalfLogTwoPi
            + (inverse * ((1.0 / 12) - (inverse * inverse * ((1.0 / 360) - (inverse * inverse / 1260)))));
    }

    private static double[] Table()
    {
        var table = new double[TableLength];
        for (var n = 2; n < TableLength; n++)
        {
            table[n] = table[n - 1] + Math.Log(n);
        }

        return table;
    }
}
