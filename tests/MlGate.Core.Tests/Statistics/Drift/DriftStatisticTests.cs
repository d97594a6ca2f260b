using MlGate.Drift;
using MlGate.Profiles;

namespace MlGate.Core.Tests.Statistics.Drift;

public sealed class DriftStatisticTests
{
    private static readonly IReadOnlyList<DriftMethod> Methods = DriftMethods.All;

    [Fact]
    public void Wasserstein_is_the_mean_distance_of_the_sorted_values_over_the_deviation()
    {
        var random = new Random(1);
        for (var run = 0; run < 20; run++)
        {
            double[] one = Samples.Integers(random, 200, 30),
                other = [.. Samples.Integers(random, 200, 25), .. Samples.Normal(random, 0)];
            var pair = Samples.Pair(one, other);

            var slow = one.Order().Zip(other.Order(), (x, y) => Math.Abs(x - y)).Average() / pair.BaselineScale;

            Assert.Equal(slow, Of(pair, DriftMethods.Wasserstein).Value, 1e-12);
        }
    }

    [Fact]
    public void Kolmogorov_Smirnov_is_the_largest_difference_over_every_value()
    {
        var random = new Random(2);
        for (var run = 0; run < 20; run++)
        {
            double[] one = Samples.Integers(random, 150, 30),
                other = Samples.Integers(random, 90, 27);

            var slow = one.Concat(other)
                .Max(value => Math.Abs((one.Count(x => x <= value) / 150.0) - (other.Count(x => x <= value) / 90.0)));

            Assert.Equal(slow, Of(Samples.Pair(one, other), DriftMethods.KolmogorovSmirnov).Value, 1e-12);
        }
    }

    [Fact]
    public void Jensen_Shannon_of_sets_without_overlap_is_one_and_of_equal_shares_is_zero()
    {
        Assert.Equal(1, Of(Samples.Categories([10, 0], [0, 30]), DriftMethods.JensenShannon).Value, 1e-12);
        Assert.Equal(0, Of(Samples.Categories([10, 20, 7], [20, 40, 14]), DriftMethods.JensenShannon).Value, 1e-8);
    }

    [Fact]
    public void Jensen_Shannon_is_the_root_of_an_entropy_difference()
    {
        double[] p = [0.1, 0.2, 0.7, 0],
            q = [0.4, 0.1, 0.3, 0.2];
        static double Entropy(IEnumerable<double> shares) => -shares.Where(share => share > 0).Sum(share => share * Math.Log2(share));

        var slow = Math.Sqrt(Entropy(p.Zip(q, (x, y) => (x + y) / 2)) - ((Entropy(p) + Entropy(q)) / 2));

        Assert.Equal(slow, Of(Samples.Categories([10, 20, 70, 0], [400, 100, 300, 200]), DriftMethods.JensenShannon).Value, 1e-12);
    }

    [Fact]
    public void Hellinger_is_the_length_of_a_difference_of_roots()
    {
        double[] p = [0.1, 0.2, 0.7, 0],
            q = [0.4, 0.1, 0.3, 0.2];

        var slow = Math.Sqrt(p.Zip(q, (x, y) => Math.Pow(Math.Sqrt(x) - Math.Sqrt(y), 2)).Sum() / 2);

        Assert.Equal(slow, Of(Samples.Categories([10, 20, 70, 0], [400, 100, 300, 200]), DriftMethods.Hellinger).Value, 1e-12);
        Assert.Equal(1, Of(Samples.Categories([10, 0], [0, 30]), DriftMethods.Hellinger).Value);
        Assert.Equal(0, Of(Samples.Categories([10, 20, 7], [20, 40, 14]), DriftMethods.Hellinger).Value, 1e-7);
    }

    [Fact]
    public void L_infinity_is_the_largest_change_of_a_share()
    {
        Assert.Equal(0.4, Of(Samples.Categories([10, 20, 70, 0], [400, 100, 300, 200]), DriftMethods.LInfinity).Value, 1e-12);
    }

    [Fact]
    public void Psi_counts_an_empty_bin_as_half_a_row()
    {
        var expected =
            ((0.5 - 0.9) * Math.Log(0.5 / 0.9)) + ((0.5 - 0.1) * Math.Log(0.5 / 0.1)) + ((0.05 - 0.005) * Math.Log(0.05 / 0.005));

        Assert.Equal(
            expected,
            Of(Samples.Categories([90, 10, 0], [5, 5, 0]), DriftMethods.Psi).Value + ((0.05 - 0.005) * Math.Log(0.05 / 0.005)),
            1e-12
        );
        Assert.Equal(
            ((0.5 - 0.9) * Math.Log(0.5 / 0.9)) + ((0.25 - 0.1) * Math.Log(0.25 / 0.1)) + ((0.25 - 0.005) * Math.Log(0.25 / 0.005)),
            Of(Samples.Categories([90, 10, 0], [2, 1, 1]), DriftMethods.Psi).Value,
            1e-12
        );
    }

    [Fact]
    public void Deciles_put_a_tenth_of_the_baseline_into_each_bin_and_candidates_outside_into_the_outer_ones()
    {
        var pair = Samples.Pair([.. Enumerable.Range(1, 100).Select(value => (double)value)], [-5, 10, 10.5, 100, 1_000]);

        var bins = Bins.From(pair);

        Assert.Equal(Enumerable.Repeat(10L, 10), bins.Baseline);
        Assert.Equal([2, 1, 0, 0, 0, 0, 0, 0, 0, 2], bins.Candidate);
    }

    [Fact]
    public void Ties_give_fewer_bins_and_a_constant_gives_two()
    {
        var mostlyZero = Bins.From(Samples.Pair([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7], [0, 7, 8]));
        var constant = Bins.From(Samples.Pair([3, 3, 3, 3], [1, 3, 5, 5]));

        Assert.Equal([19, 1], mostlyZero.Baseline);
        Assert.Equal([1, 2], mostlyZero.Candidate);
        Assert.Equal([4, 0], constant.Baseline);
        Assert.Equal([1, 3], constant.Candidate);
    }

    [Fact]
    public void A_constant_baseline_from_which_the_candidate_moves_alarms_by_every_method()
    {
        var pair = Samples.Pair([.. Enumerable.Repeat(3.0, 500)], [.. Enumerable.Repeat(4.0, 500)]);

        Assert.All(Methods, method => Assert.True(Of(pair, method).Evaluate(0.1, 0.05).Alarm));
    }

    [Fact]
    public void A_constant_that_stays_is_no_drift_by_any_method()
    {
        var pair = Samples.Pair([3, 3, 3], [3, 3]);

        Assert.All(Methods, method => Assert.Equal(0, Of(pair, method).Value));
        Assert.All(Methods, method => Assert.False(Of(pair, method).Evaluate(0, 0.05).Alarm));
    }

    [Theory]
    [InlineData("wasserstein")]
    [InlineData("kolmogorov-smirnov")]
    public void Methods_that_need_numbers_refuse_categories(string method)
    {
        Assert.Throws<ArgumentException>(() => Of(Samples.Categories([1, 2], [2, 1]), DriftMethods.Find(method)!));
    }

    [Fact]
    public void A_side_without_rows_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Of(Samples.Categories([1, 2], [0, 0]), DriftMethods.Psi));
    }

    [Fact]
    public void A_statistic_within_its_limit_costs_no_null()
    {
        var judgement = Of(Samples.Categories([50, 50], [52, 48]), DriftMethods.JensenShannon).Evaluate(0.1, 0.05);

        Assert.Equal((false, null, null), (judgement.Alarm, judgement.NullMean, judgement.NullQuantile));
    }

    [Fact]
    public void The_same_seed_gives_the_same_judgement_to_the_bit()
    {
        var pair = Samples.Categories([50, 30, 20], [20, 30, 50]);

        Assert.Equal(
            DriftStatistic.Create(pair, DriftMethods.JensenShannon, 5).Evaluate(0.1, 0.01),
            DriftStatistic.Create(pair, DriftMethods.JensenShannon, 5).Evaluate(0.1, 0.01)
        );
    }

    private static DriftStatistic Of(PairedDistribution pair, DriftMethod method) => DriftStatistic.Create(pair, method, 1);
}
