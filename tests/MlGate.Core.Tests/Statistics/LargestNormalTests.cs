using MlGate.Statistics;

namespace MlGate.Core.Tests.Statistics;

/// <summary>The largest of correlated normal statistics against what is known of it.</summary>
public sealed class LargestNormalTests
{
    private const double Alpha = 0.05;

    // Three standard errors of a share of 0.05 from 20,000 draws.
    private const double Noise = 0.005;

    [Fact]
    public void One_statistic_keeps_its_level()
    {
        var largest = Simulate(1, 0);

        Assert.Equal(Alpha, largest.LevelOfEach(Alpha), Noise);
        Assert.Equal(Gaussian.Cdf(-1.5), largest.P(1.5), 2 * Noise);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(60)]
    public void Independent_statistics_have_the_level_of_Sidak(int count)
    {
        var sidak = 1 - Math.Pow(1 - Alpha, 1.0 / count);

        Assert.Equal(sidak, Simulate(count, 0).LevelOfEach(Alpha), Noise * sidak / Alpha * 2);
    }

    [Fact]
    public void Equal_statistics_count_once() => Assert.Equal(Alpha, Simulate(20, 1).LevelOfEach(Alpha), Noise);

    // Dunnett 1955, table 1a: infinitely many degrees of freedom, one-sided 5 %, correlation 0.5.
    [Theory]
    [InlineData(2, 1.92)]
    [InlineData(3, 2.06)]
    [InlineData(5, 2.23)]
    public void Correlated_statistics_have_the_critical_values_of_Dunnett(int count, double critical) =>
        Assert.Equal(critical, Gaussian.Critical(Simulate(count, 0.5).LevelOfEach(Alpha)), 0.03);

    [Fact]
    public void Level_and_p_agree_and_threads_do_not_matter()
    {
        var (one, many) = (Simulate(7, 0.3, threads: 1), Simulate(7, 0.3, threads: 4));
        var level = one.LevelOfEach(Alpha);

        Assert.Equal(level, many.LevelOfEach(Alpha));
        Assert.Equal(Alpha, one.P(-Gaussian.Quantile(level)), 1e-4);
        Assert.True(one.P(12) > 0);
    }

    private static LargestNormal Simulate(int count, double correlation, int threads = -1)
    {
        var correlations = new double[count, count];
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                correlations[row, column] = row == column ? 1 : correlation;
            }
        }

        return LargestNormal.Simulate(correlations, Alpha, Seeds.Largest, threads);
    }
}
