using MathNet.Numerics.Distributions;

namespace MlGate.Statistics.Drift;

/// <summary>
/// The distribution of a statistic when the pooled rows are dealt out anew to two samples of the given sizes: one multivariate hypergeometric draw of the baseline's counts per
/// replicate, cell by cell. Exact for any counts, but for the number of replicates.
/// </summary>
internal sealed class PermutationNull
{
    private const int Fewest = 1_000;
    private const int Most = 20_000;
    private const int ForTheMean = 1_000;
    private const double Work = 2e7;

    // With fewer replicates beyond the quantile than this, their order statistic is mostly noise.
    private const double EnoughBeyond = 5;

    private readonly long[] pooled;
    private readonly long drawn;
    private readonly long seed;
    private readonly Func<long[], double> statistic;
    private double[] sorted = [];

    /// <param name="pooled">Rows of both samples per cell.</param>
    /// <param name="drawn">Rows of the baseline.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="statistic">From the baseline's counts per cell; must not keep the array.</param>
    public PermutationNull(long[] pooled, long drawn, long seed, Func<long[], double> statistic)
    {
        (this.pooled, this.drawn, this.seed, this.statistic) = (pooled, drawn, seed, statistic);
    }

    /// <summary>What was drawn.</summary>
    public string Method => FormattableString.Invariant($"{sorted.Length} permutations");

    /// <summary>Mean over the replicates.</summary>
    public double Mean
    {
        get
        {
            Draw(ForTheMean);
            return sorted.Average();
        }
    }

    /// <summary>The order statistic at 1 − level; where too few replicates lie beyond it, at least the normal quantile of their mean and deviation.</summary>
    public double Quantile(double level)
    {
        var budget = Math.Max(Fewest, Work / pooled.Length);
        Draw((int)Math.Min(budget, Math.Clamp(Math.Ceiling(2 * EnoughBeyond / level), Fewest, Most)));
        var beyond = level * (sorted.Length + 1);
        if (beyond >= EnoughBeyond)
        {
            return sorted[sorted.Length - (int)Math.Floor(beyond)];
        }

        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / (sorted.Length - 1));
        return Math.Max(sorted[^1], mean + (Normal.InvCDF(0, 1, 1 - level) * deviation));
    }

    private void Draw(int replicates)
    {
        if (sorted.Length >= replicates)
        {
            return;
        }

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
        sorted = values;
    }
}
