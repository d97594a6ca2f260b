using MathNet.Numerics;

namespace MlGate.Statistics;

/// <summary>
/// Poisson(c) draws for cells of equal rows: by inversion for small means, else by transformed rejection (Hörmann 1993, PTRS).
/// </summary>
internal static class PoissonCount
{
    // Inversion adds up c terms; from here on the rejection is faster.
    private const double SmallMean = 30;

    /// <summary>How often replicate <paramref name="replicate"/> draws the rows of a cell.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="key">The cell's key.</param>
    /// <param name="replicate">Number of the replicate.</param>
    /// <param name="mean">Rows in the cell.</param>
    public static double Draw(long seed, ulong key, int replicate, double mean)
    {
        if (mean <= SmallMean)
        {
            return Invert(Uniforms(seed, key, replicate, 0).First, mean);
        }

        var slope = 0.931 + (2.53 * Math.Sqrt(mean));
        var shift = -0.059 + (0.02483 * slope);
        var height = 1.1239 + (1.1328 / (slope - 3.4));
        var quick = 0.9277 - (3.6224 / (slope - 2));
        for (var attempt = 0; ; attempt++)
        {
            var (first, v) = Uniforms(seed, key, replicate, attempt);
            var u = first - 0.5;
            var us = 0.5 - Math.Abs(u);
            var draw = Math.Floor((((2 * shift / us) + slope) * u) + mean + 0.43);
            if (us >= 0.07 && v <= quick)
            {
                return draw;
            }

            if (
                draw >= 0
                && (us >= 0.013 || v <= us)
                && Math.Log(v * height / ((shift / (us * us)) + slope))
                    <= (draw * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(draw + 1)
            )
            {
                return draw;
            }
        }
    }

    private static double Invert(double uniform, double mean)
    {
        var (draw, probability) = (0, Math.Exp(-mean));
        var below = probability;
        while (uniform > below && draw < 1000)
        {
            draw++;
            probability *= mean / draw;
            below += probability;
        }

        return draw;
    }

    // The last word of the counter keeps these apart from the draws of rows.
    private static (double First, double Second) Uniforms(long seed, ulong key, int replicate, int attempt)
    {
        var (x0, x1, x2, x3) = Philox.Words(
            (uint)key,
            (uint)(key >> 32),
            (uint)replicate,
            (uint)attempt + 1,
            (uint)seed,
            (uint)(seed >> 32)
        );
        return (Open(x0, x1), Open(x2, x3));
    }

    // 53 bits in (0, 1).
    private static double Open(uint high, uint low) => ((((ulong)high << 32 | low) >> 11) + 0.5) * (1.0 / (1UL << 53));
}
