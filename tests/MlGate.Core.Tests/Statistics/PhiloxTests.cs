using MlGate.Metrics.Walks;
using MlGate.Statistics;

namespace MlGate.Core.Tests.Statistics;

public sealed class PhiloxTests
{
    [Theory] // Known answers of Random123, philox4x32 with 10 rounds.
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(
        0x243f6a88u,
        0x85a308d3u,
        0x13198a2eu,
        0x03707344u,
        0xa4093822u,
        0x299f31d0u,
        0xd16cfe09u,
        0x94fdccebu,
        0x5001e420u,
        0x24126ea1u
    )]
    public void Words_agree_with_the_known_answers(
        uint c0,
        uint c1,
        uint c2,
        uint c3,
        uint k0,
        uint k1,
        uint x0,
        uint x1,
        uint x2,
        uint x3
    ) => Assert.Equal((x0, x1, x2, x3), Philox.Words(c0, c1, c2, c3, k0, k1));

    [Fact]
    public void Blocks_hold_the_draws_that_the_slow_way_gives()
    {
        ulong[] keys = [1, 0xFFFF_FFFF_0000_0001, 42];
        var block = new WeightTile();

        PoissonWeights.Fill(-7, keys, 3, block);

        for (var row = 0; row < keys.Length; row++)
        {
            for (var lane = 0; lane < WeightTile.Lanes; lane++)
            {
                Assert.Equal(PoissonWeights.Draw(-7, keys[row], (3 * WeightTile.Lanes) + lane), block[row, lane]);
            }
        }
    }

    [Fact]
    public void All_16_bit_numbers_together_have_mean_and_variance_of_exactly_one()
    {
        var draws = Enumerable.Range(0, 1 << 16).Select(bits => (long)PoissonWeights.FromBits((ushort)bits)).ToList();

        Assert.Equal(1 << 16, draws.Sum());
        Assert.Equal(1 << 16, draws.Sum(draw => (draw - 1) * (draw - 1)));
        Assert.All(Enumerable.Range(0, 8), k =>
            Assert.Equal(MathNet.Numerics.Distributions.Poisson.PMF(1, k), draws.Count(draw => draw == k) / 65536.0, 0.0002)
        );
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(250)]
    public void Draws_of_a_cell_follow_the_poisson_distribution(double mean)
    {
        const int Draws = 20000;
        var counts = new Dictionary<int, int>();
        for (var replicate = 0; replicate < Draws; replicate++)
        {
            var draw = (int)PoissonCount.Draw(1, 99, replicate, mean);
            counts[draw] = counts.GetValueOrDefault(draw) + 1;
        }

        // Pearson's chi-square over the values that are expected at least ten times; 5 standard deviations.
        var (chi, cells) = (0.0, 0);
        for (var value = 0; value < mean + (10 * Math.Sqrt(mean)) + 5; value++)
        {
            var expected = Draws * MathNet.Numerics.Distributions.Poisson.PMF(mean, value);
            if (expected >= 10)
            {
                chi += Math.Pow(counts.GetValueOrDefault(value) - expected, 2) / expected;
                cells++;
            }
        }

        Assert.InRange(chi, 0, cells + (5 * Math.Sqrt(2.0 * cells)));
    }
}
