using System.Numerics;
using MlGate.Drift;

namespace MlGate.Core.Tests.Statistics.Drift;

public sealed class HypergeometricTests
{
    [Theory]
    [InlineData(10, 4, 3)]
    [InlineData(600, 290, 300)]
    [InlineData(1_000, 3, 997)]
    [InlineData(7, 7, 3)]
    public void Probabilities_are_those_of_counting(int total, int marked, int drawn)
    {
        for (var hits = 0; hits <= drawn; hits++)
        {
            var exact = Exact(hits, total, marked, drawn);
            Assert.Equal(exact, Hypergeometric.Probability(hits, total, marked, drawn), 1e-11);
        }
    }

    [Theory]
    [InlineData(10, 4, 3)]
    [InlineData(600, 290, 300)]
    [InlineData(1_000, 3, 500)]
    [InlineData(50, 49, 20)]
    public void The_mean_absolute_deviation_is_that_of_the_sum(int total, int marked, int drawn)
    {
        var mean = marked * drawn / (double)total;
        var slow = Enumerable.Range(0, drawn + 1).Sum(hits => Math.Abs(hits - mean) * Exact(hits, total, marked, drawn));

        Assert.Equal(slow, Hypergeometric.MeanAbsoluteDeviation(total, marked, drawn), 1e-10);
    }

    [Theory]
    [InlineData(10, 4, 3)]
    [InlineData(600, 290, 300)]
    [InlineData(50, 49, 20)]
    [InlineData(5, 5, 2)]
    public void A_uniform_grid_draws_each_count_as_often_as_its_probability(int total, int marked, int drawn)
    {
        const int Points = 100_000;
        var counts = new int[drawn + 1];
        for (var point = 0; point < Points; point++)
        {
            counts[Hypergeometric.Draw((point + 0.5) / Points, total, marked, drawn)]++;
        }

        for (var hits = 0; hits <= drawn; hits++)
        {
            Assert.Equal(Exact(hits, total, marked, drawn), counts[hits] / (double)Points, 2.0 / Points);
        }
    }

    [Fact]
    public void Draws_stay_inside_the_support_at_the_ends_of_the_uniform_and_for_huge_counts()
    {
        foreach (var uniform in new[] { 0, Math.BitDecrement(1.0) })
        {
            Assert.InRange(Hypergeometric.Draw(uniform, 10, 8, 5), 3, 5);
            Assert.InRange(Hypergeometric.Draw(uniform, 2_000_000_000, 1_000_000_000, 1_000), 0, 1_000);
        }
    }

    private static double Exact(int hits, int total, int marked, int drawn) =>
        hits > marked || drawn - hits > total - marked
            ? 0
            : Math.Exp(
                BigInteger.Log(Choose(marked, hits))
                    + BigInteger.Log(Choose(total - marked, drawn - hits))
                    - BigInteger.Log(Choose(total, drawn))
            );

    private static BigInteger Choose(int n, int k) =>
        Enumerable.Range(1, k).Aggregate(BigInteger.One, (product, i) => product * (n - k + i) / i);
}
