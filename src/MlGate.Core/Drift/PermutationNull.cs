using MathNet.Numerics.Distributions;

namespace MlGate.Drift;

/// <summary>
/// The distribution of a statistic when the pooled rows are dealt out anew to two samples of the given sizes: one multivariate
/// hypergeometric draw of the baseline's counts per
/// replicate, cell by cell. Exact for any counts, but for the number of replicates.
/// </summary>
internal sealed class PermutationNull
{
    private const int Most = 2_000;

    // A statistic over many cells is a sum of many small parts: fewer replicates tell its mean and its tail.
    private const int Fewest = 200;
    private const int Draws = 4_000_000;

    private const double FlatSkewness = 0.01;

    // With fewer replicates beyond the quantile than this, their order statistic is mostly noise.
    private const double EnoughBeyond = 5;

    private readonly long[] pooled;
    private readonly long drawn;
    private readonly long seed;
    private readonly Func<long[], double> statistic;
    private readonly int replicates;
    private readonly Lazy<double[]> sorted;

    /// <param name="pooled">Rows of both samples per cell.</param>
    /// <param name="drawn">Rows of the baseline.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="statistic">From the baseline's counts per cell; must not keep the array.</param>
    public PermutationNull(long[] pooled, long drawn, long seed, Func<long[], double> statistic)
    {
        (this.pooled, this.drawn, this.seed, this.statistic) = (pooled, drawn, seed, statistic);
        replicates = Math.Clamp(Draws / pooled.Length, Fewest, Most);
        sorted = new Lazy<double[]>(Draw);
    }

    /// <summary>What was drawn.</summary>
    public string Method => FormattableString.Invariant($"{replicates} permutations");

    /// <summary>Mean over the replicates.</summary>
    public double Mean => sorted.Value.Average();

    /// <summary>
    /// The order statistic at 1 − level. Where too few replicates lie beyond it, the quantile of the gamma distribution with their mean,
    /// deviation and skewness, and never less than the
    /// largest of them: sums of squares, and roots and maxima of them, lean to the right, and the normal distribution would cut that tail
    /// off.
    /// </summary>
    public double Quantile(double level)
    {
        var values = sorted.Value;
        var beyond = level * (values.Length + 1);
        if (beyond >= EnoughBeyond)
        {
            return values[values.Length - (int)Math.Floor(beyond)];
        }

        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        if (deviation == 0)
        {
            return values[^1];
        }

        var skewness = values.Sum(value => Math.Pow((value - mean) / deviation, 3)) / values.Length;
        if (skewness < FlatSkewness)
        {
            return Math.Max(values[^1], mean + (deviation * Normal.InvCDF(0, 1, 1 - level)));
        }

        var shape = 4 / (skewness * skewness);
        var scale = deviation * skewness / 2;
        return Math.Max(values[^1], mean + (scale * (Gamma.InvCDF(shape, 1, 1 - level) - shape)));
    }

    private double[] Draw()
    {
        var values = new double[replicates];
        var counts = new long[pooled.Length];
        var total = pooled.Sum();
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            var random = new SplitMix(seed, replicate);
            var (rows, take) = (total, drawn);
            for (var cell = 0; cell < counts.Length; cell++)
            {
                counts[cell] = Hypergeometric.Draw(random.NextDouble(), rows, pooled[cell], take);
                rows -= pooled[cell];
                take -= counts[cell];
            }

            values[replicate] = statistic(counts);
        }

        Array.Sort(values);
        return values;
    }
}
