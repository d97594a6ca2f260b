using MlGate.Drift;
using MlGate.Profiles;

namespace MlGate.Core.Tests.Statistics.Drift;

public sealed class NullTests
{
    [Theory]
    [InlineData(10, 100, 0.180, 0.338)]
    [InlineData(10, 200, 0.090, 0.169)]
    [InlineData(10, 500, 0.036, 0.068)]
    [InlineData(10, 1_000, 0.018, 0.034)]
    [InlineData(10, 10_000, 0.0018, 0.0034)]
    [InlineData(20, 500, 0.076, 0.121)]
    [InlineData(30, 500, 0.116, 0.170)]
    [InlineData(30, 1_000, 0.058, 0.085)]
    public void The_null_of_psi_is_the_published_table(int bins, int rows, double mean, double quantile)
    {
        var counts = Enumerable.Range(0, bins).Select(bin => (long)(rows / bins) + (bin < rows % bins ? 1 : 0)).ToArray();

        var statistic = DriftStatistic.Create(Samples.Categories(counts, counts), DriftMethods.Psi, 1);

        Assert.Equal("chi-squared", statistic.NullMethod);
        Assert.Equal(mean, statistic.NullMean, mean * 0.01);
        Assert.Equal(quantile, statistic.NullQuantile(0.05), quantile * 0.01);
    }

    [Fact]
    public void The_null_of_psi_is_what_equal_samples_show()
    {
        var random = new Random(3);
        double[] shares = [.. Enumerable.Repeat(0.1, 10)];
        var values = Simulate(2_000, () =>
            DriftStatistic
                .Create(
                    Samples.Categories(Samples.Categories(random, 500, shares), Samples.Categories(random, 500, shares)),
                    DriftMethods.Psi,
                    1
                )
                .Value
        );

        Assert.Equal(0.036, values.Average(), 0.002);
        Assert.Equal(0.068, values[1_900], 0.004);
    }

    [Fact]
    public void Sparse_bins_have_psi_draw_its_null()
    {
        var statistic = DriftStatistic.Create(Samples.Categories([95, 3, 2], [96, 2, 2]), DriftMethods.Psi, 1);

        _ = statistic.NullMean;
        Assert.EndsWith("permutations", statistic.NullMethod, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000, 0.061)]
    [InlineData(10_000, 0.019)]
    [InlineData(100_000, 0.0061)]
    [InlineData(1_000_000, 0.0019)]
    public void The_critical_distance_of_Kolmogorov_Smirnov_is_the_published_one(long rows, double critical)
    {
        var pair = new PairedDistribution
        {
            Column = "x",
            Values = [0, 1],
            Baseline = [rows / 2, rows / 2],
            Candidate = [rows / 2, rows / 2],
        };

        Assert.Equal(critical, DriftStatistic.Create(pair, DriftMethods.KolmogorovSmirnov, 1).NullQuantile(0.05), critical * 0.02);
    }

    [Theory]
    [InlineData(1.2238, 0.10)]
    [InlineData(1.3581, 0.05)]
    [InlineData(1.6276, 0.01)]
    [InlineData(1.9495, 0.001)]
    public void The_tail_of_Kolmogorovs_distribution_is_that_of_the_tables(double x, double beyond)
    {
        Assert.Equal(beyond, KolmogorovSmirnov.Beyond(x), beyond * 1e-3);
    }

    [Fact]
    public void The_mean_null_of_Kolmogorov_Smirnov_is_what_equal_samples_show()
    {
        var random = new Random(4);
        var values = Simulate(500, () => Pair(random, 300, 400, DriftMethods.KolmogorovSmirnov).Value);

        // At these sizes the discrete D lies some 3 % below its limit.
        Assert.Equal(Pair(random, 300, 400, DriftMethods.KolmogorovSmirnov).NullMean, values.Average(), 0.004);
    }

    [Theory]
    [InlineData(40, 60)]
    [InlineData(500, 200)]
    public void The_null_of_Wasserstein_is_what_dealing_the_rows_anew_shows(int rows, int otherRows)
    {
        var random = new Random(5);
        double[] one = Samples.Normal(random, rows),
            other = Samples.Normal(random, otherRows);
        var pair = Samples.Pair(one, other);
        var statistic = DriftStatistic.Create(pair, DriftMethods.Wasserstein, 1);
        double[] pooled = [.. one, .. other];

        var slow = Simulate(2_000, () =>
        {
            random.Shuffle(pooled);
            return DriftStatistic
                .Create(
                    Samples.Pair(pooled[..rows], pooled[rows..]) with
                    {
                        BaselineScale = pair.BaselineScale,
                    },
                    DriftMethods.Wasserstein,
                    1
                )
                .Value;
        });

        Assert.Equal(slow.Average(), statistic.NullMean, statistic.NullMean * 0.04);
        Assert.Equal(slow[1_900], statistic.NullQuantile(0.05), slow[1_900] * 0.07);
    }

    [Theory]
    [InlineData("jensen-shannon")]
    [InlineData("l-infinity")]
    [InlineData("psi")]
    public void The_null_of_categories_is_what_dealing_the_rows_anew_shows(string method)
    {
        var random = new Random(6);
        int[] pooled = [.. Enumerable.Repeat(0, 70), .. Enumerable.Repeat(1, 25), .. Enumerable.Repeat(2, 4), 3];
        PairedDistribution Deal()
        {
            random.Shuffle(pooled);
            long[] one = new long[4],
                other = new long[4];
            for (var row = 0; row < pooled.Length; row++)
            {
                (row < 60 ? one : other)[pooled[row]]++;
            }

            return Samples.Categories(one, other);
        }

        var statistic = DriftStatistic.Create(Deal(), DriftMethods.Find(method)!, 1);
        var slow = Simulate(4_000, () => DriftStatistic.Create(Deal(), DriftMethods.Find(method)!, 1).Value);

        Assert.Equal(slow.Average(), statistic.NullMean, statistic.NullMean * 0.05);
        Assert.Equal(slow[3_800], statistic.NullQuantile(0.05), slow[3_800] * 0.12);
    }

    [Fact]
    public void A_level_beyond_the_replicates_is_never_under_the_largest_of_them()
    {
        var statistic = DriftStatistic.Create(Samples.Categories([50, 30, 20], [20, 30, 50]), DriftMethods.JensenShannon, 1);

        var (usual, rare, rarest) = (statistic.NullQuantile(0.05), statistic.NullQuantile(0.001), statistic.NullQuantile(1e-7));

        Assert.True(usual < rare && rare < rarest);
    }

    private static DriftStatistic Pair(Random random, int rows, int otherRows, DriftMethod method) =>
        DriftStatistic.Create(Samples.Pair(Samples.Normal(random, rows), Samples.Normal(random, otherRows)), method, 1);

    private static double[] Simulate(int runs, Func<double> draw)
    {
        var values = Enumerable.Range(0, runs).Select(_ => draw()).ToArray();
        Array.Sort(values);
        return values;
    }
}
