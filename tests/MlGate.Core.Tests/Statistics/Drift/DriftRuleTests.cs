using MlGate.Drift;

namespace MlGate.Core.Tests.Statistics.Drift;

public sealed class DriftRuleTests
{
    private const int Columns = 100;

    [Theory]
    [InlineData("psi", 300)]
    [InlineData("kolmogorov-smirnov", 300)]
    public void Columns_of_numbers_that_did_not_change_raise_an_alarm_in_one_of_twenty_runs_at_most(string method, int rows)
    {
        const int Runs = 10;
        var random = new Random(7);

        // A limit of nothing leaves the quantile alone to hold the rate: 0.5 alarms are expected, 4 or more have a chance of 1 in 500.
        var alarms = Enumerable
            .Range(0, Runs * Columns)
            .Count(run =>
                DriftStatistic
                    .Create(Samples.Pair(Samples.Normal(random, rows), Samples.Normal(random, rows)), DriftMethods.Find(method)!, run)
                    .Evaluate(0, 0.05 / Columns)
                    .Alarm
            );

        Assert.InRange(alarms, 0, 3);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    public void The_quantile_of_Wasserstein_holds_the_rate_of_alarms_too(int rows)
    {
        const int Runs = 10;
        var random = new Random(12);

        // One permutation null serves for all: it depends on the sizes and hardly on the sample.
        var quantile = Normals(random, rows, 0).NullQuantile(0.05 / Columns);
        var alarms = Enumerable.Range(0, Runs * Columns).Count(_ => Normals(random, rows, 0).Value > quantile);

        Assert.InRange(alarms, 0, 5);
    }

    [Fact]
    public void Columns_of_categories_that_did_not_change_raise_no_alarm_in_most_runs()
    {
        var random = new Random(8);
        double[] shares = [0.5, 0.3, 0.1, 0.06, 0.03, 0.01];

        var alarms = Enumerable
            .Range(0, Columns)
            .Count(run =>
                DriftStatistic
                    .Create(
                        Samples.Categories(Samples.Categories(random, 200, shares), Samples.Categories(random, 200, shares)),
                        DriftMethods.JensenShannon,
                        run
                    )
                    .Evaluate(0, 0.05 / Columns)
                    .Alarm
            );

        Assert.InRange(alarms, 0, 1);
    }

    [Fact]
    public void A_shift_of_a_fifth_of_a_deviation_at_a_thousand_rows_is_found_at_least_as_often_as_the_docs_say()
    {
        const int Runs = 400;
        var random = new Random(9);
        var quantile = Normals(random, 1_000, 0.2).NullQuantile(0.05 / 20);

        var found = Enumerable
            .Range(0, Runs)
            .Select(_ => Normals(random, 1_000, 0.2))
            .Count(statistic => statistic.Value - statistic.NullMean > 0.1 && statistic.Value > quantile);

        // docs/statistics.md says about 79 %; 4,000 runs of this give 83 %.
        Assert.InRange(found / (double)Runs, 0.79, 0.88);
    }

    [Fact]
    public void A_shift_under_the_limit_is_no_alarm_however_many_rows_prove_it()
    {
        var random = new Random(10);
        var pair = Samples.Pair(Samples.Normal(random, 50_000), Samples.Normal(random, 50_000, 0.05));

        Assert.False(DriftStatistic.Create(pair, DriftMethods.Wasserstein, 1).Evaluate(0.1, 0.05).Alarm);
        Assert.True(DriftStatistic.Create(pair, DriftMethods.KolmogorovSmirnov, 1).Evaluate(0, 0.001).Alarm);
    }

    [Fact]
    public void One_extreme_value_in_the_baseline_hides_no_shift_and_raises_no_alarm()
    {
        var random = new Random(13);
        double[] extreme = [.. Samples.Normal(random, 999), 1e6];

        var shifted = DriftStatistic
            .Create(Samples.Pair(extreme, Samples.Normal(random, 1_000, 3)), DriftMethods.Wasserstein, 1)
            .Evaluate(0.1, 0.05 / 20);
        var alone = DriftStatistic
            .Create(Samples.Pair(extreme, Samples.Normal(random, 1_000)), DriftMethods.Wasserstein, 1)
            .Evaluate(0.1, 0.05 / 20);

        Assert.True(shifted.Alarm);
        Assert.False(alone.Alarm);
    }

    [Fact]
    public void Eight_rows_are_no_drift_though_their_statistic_is_large()
    {
        var random = new Random(11);
        var statistics = Enumerable
            .Range(0, 200)
            .Select(run =>
                DriftStatistic.Create(Samples.Pair(Samples.Normal(random, 8), Samples.Normal(random, 8)), DriftMethods.Wasserstein, run)
            )
            .ToList();

        Assert.True(statistics.Average(statistic => statistic.Value) > 0.3);
        Assert.InRange(statistics.Count(statistic => statistic.Evaluate(0.1, 0.05 / 20).Alarm), 0, 3);
    }

    private static DriftStatistic Normals(Random random, int rows, double shift) =>
        DriftStatistic.Create(Samples.Pair(Samples.Normal(random, rows), Samples.Normal(random, rows, shift)), DriftMethods.Wasserstein, 1);
}
