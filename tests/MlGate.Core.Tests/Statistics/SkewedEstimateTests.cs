using MathNet.Numerics.Distributions;
using MlGate.Estimation;

namespace MlGate.Core.Tests.Statistics;

public sealed class SkewedEstimateTests
{
    [Fact]
    public void Without_skewness_it_is_students_interval()
    {
        var bounds = new SkewedEstimate(0.02, 0.01, 0, 41, "", -1, 1).At(0.05);
        var half = StudentT.InvCDF(0, 1, 40, 0.95) * 0.01;

        Assert.Equal(0.02 - half, bounds.Lower, 12);
        Assert.Equal(0.02 + half, bounds.Upper, 12);
    }

    [Theory]
    [InlineData(-0.6)]
    [InlineData(-0.1)]
    [InlineData(0.4)]
    public void The_p_is_the_level_whose_bound_is_0(double skewness)
    {
        foreach (var value in new[] { -0.03, -0.01, 0.004, 0.02 })
        {
            var estimate = new SkewedEstimate(value, 0.01, skewness, 60, "", -1, 1);
            var drop = estimate.PNoDrop;

            Assert.Equal(1, drop + estimate.PNoRise, 12);
            Assert.Equal(0, drop < 0.5 ? estimate.At(drop).Upper : estimate.At(1 - drop).Lower, 9);
        }
    }

    [Fact]
    public void A_long_tail_of_losses_moves_both_bounds_down()
    {
        var skewed = new SkewedEstimate(0, 0.01, -0.4, 60, "", -1, 1).At(0.05);
        var plain = new SkewedEstimate(0, 0.01, 0, 60, "", -1, 1).At(0.05);

        Assert.True(skewed.Lower < plain.Lower, $"{skewed} {plain}");
        Assert.True(skewed.Upper < plain.Upper, $"{skewed} {plain}");
    }

    // A mean of 40 exponential variables: the plain bound misses the truth too often.
    [Fact]
    public void It_covers_the_mean_of_a_skewed_distribution_better_than_students_t()
    {
        const int Runs = 4000;
        const int Rows = 40;
        var random = new Random(7);
        var (skewed, plain) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            double[] losses = [.. Enumerable.Range(0, Rows).Select(_ => -Math.Log(1 - random.NextDouble()))];
            var mean = losses.Average();
            var (second, third) = (losses.Sum(x => Math.Pow(x - mean, 2)), losses.Sum(x => Math.Pow(x - mean, 3)));
            var error = Math.Sqrt(second / (Rows - 1) / Rows);
            var skewness = third / Rows / Math.Pow(second / Rows, 1.5) / Math.Sqrt(Rows);
            skewed += new SkewedEstimate(mean, error, skewness, Rows, "", 0, 100).At(0.05).Upper < 1 ? 1 : 0;
            plain += new SkewedEstimate(mean, error, 0, Rows, "", 0, 100).At(0.05).Upper < 1 ? 1 : 0;
        }

        Assert.InRange(plain / (double)Runs, 0.085, 0.13);
        Assert.InRange(skewed / (double)Runs, 0.04, 0.075);
    }

    // Both areas can vary together so that only their ratio varies.
    [Fact]
    public void A_change_without_variance_inflates_nothing()
    {
        var areas = new DeLong(0.8, 0.7, 0.001, 0.001, 0.001, ThirdMoment: 0, Extremes: 0);

        Assert.Equal((1, 0), (areas.VarianceInflation, areas.ChangeSkewness));
    }
}
