using MlGate.Statistics;

namespace MlGate.Core.Tests.Statistics;

/// <summary>Published values. A two-sided 95 % interval is two one-sided bounds of 0.025.</summary>
public sealed class ClosedFormTests
{
    private const double TwoSided = 0.025;

    [Theory]
    [InlineData(1, 1, 7, 12, -0.5172, -0.0260)] // Fagerland, Lydersen, Laake: airway hyper-responsiveness
    [InlineData(900, 30, 45, 25, -0.0326, 0.0020)]
    public void Tango_agrees_with_published_intervals(int both, int gained, int lost, int neither, double lower, double upper)
    {
        var bounds = Tango.Interval(new PairedTable(both, gained, lost, neither), TwoSided);

        Assert.Equal(lower, bounds.Lower, 0.00005);
        Assert.Equal(upper, bounds.Upper, 0.00005);
    }

    [Fact]
    public void Tango_score_at_the_margin_is_the_published_test_of_non_inferiority()
    {
        var z = Tango.Score(new PairedTable(900, 30, 45, 25), -0.03);

        Assert.Equal(1.6842, z, 0.00005);
        Assert.Equal(0.0461, 1 - Gaussian.Cdf(z), 0.00005);
    }

    [Fact]
    public void Tango_without_discordant_rows_has_the_closed_form_and_is_not_of_zero_width()
    {
        var bounds = Tango.Interval(new PairedTable(70, 0, 0, 30), TwoSided);

        var z = Gaussian.Critical(TwoSided);
        Assert.Equal(z * z / (100 + (z * z)), bounds.Upper, 1e-9);
        Assert.Equal(-bounds.Upper, bounds.Lower, 1e-9);
    }

    [Theory]
    [InlineData(1, 1, 7, 12, 0.025)]
    [InlineData(900, 30, 45, 25, 0.05)]
    [InlineData(10, 0, 3, 0, 0.05)]
    public void Tango_bounds_are_where_the_score_equals_the_critical_value(int both, int gained, int lost, int neither, double alpha)
    {
        var table = new PairedTable(both, gained, lost, neither);

        var bounds = Tango.Interval(table, alpha);

        // The slow twin: walk until the score statistic passes the critical value.
        var (change, z) = (table.Change, Gaussian.Critical(alpha));
        while (change > -1 && Tango.Score(table, change) < z)
        {
            change -= 1e-6;
        }

        Assert.Equal(change, bounds.Lower, 2e-6);
    }

    [Fact]
    public void Newcombe_agrees_with_the_published_interval()
    {
        var bounds = Newcombe.Interval(new PairedTable(1, 1, 7, 12), TwoSided);

        Assert.Equal(-0.5069, bounds.Lower, 0.00005);
        Assert.Equal(-0.0256, bounds.Upper, 0.00005);
    }

    [Theory]
    [InlineData(1, 7, 0.0703125, 0.0390625)]
    [InlineData(10, 20, 0.098737, 0.070756)]
    [InlineData(40, 65, 0.018741, 0.014779)]
    public void McNemar_agrees_with_published_p_values(int gained, int lost, double exact, double mid)
    {
        Assert.Equal(exact, McNemar.Exact(gained, lost), 5e-7);
        Assert.Equal(mid, McNemar.MidP(gained, lost), 5e-7);
        Assert.Equal(mid / 2, McNemar.MidPLoss(gained, lost), 5e-7);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 5)]
    [InlineData(6, 1)]
    [InlineData(5, 5)]
    public void McNemar_agrees_with_all_sign_flips_of_the_discordant_rows(int gained, int lost)
    {
        var (n, atLeast, equal) = (gained + lost, 0, 0);
        for (var flips = 0; flips < 1 << n; flips++)
        {
            var flipped = System.Numerics.BitOperations.PopCount((uint)flips);
            atLeast += flipped >= lost ? 1 : 0;
            equal += flipped == lost ? 1 : 0;
        }

        Assert.Equal(atLeast / Math.Pow(2, n), McNemar.ExactLoss(gained, lost), 1e-12);
        Assert.Equal((atLeast - (equal / 2.0)) / Math.Pow(2, n), McNemar.MidPLoss(gained, lost), 1e-12);
    }

    [Theory]
    [InlineData(100, 200, 0.4313609, 0.5686391)]
    [InlineData(0, 77, 0, 0.0475184)]
    [InlineData(950, 1000, 0.9346862, 0.9618697)]
    public void Wilson_agrees_with_published_intervals(int successes, int n, double lower, double upper)
    {
        var bounds = Wilson.Interval(successes, n, TwoSided);

        Assert.Equal(lower, bounds.Lower, 5e-8);
        Assert.Equal(upper, bounds.Upper, 5e-8);
    }

    [Fact]
    public void Wilson_never_leaves_the_unit_interval()
    {
        Assert.Equal(1, Wilson.Interval(3, 3, 1e-9).Upper);
        Assert.Equal(0, Wilson.Interval(0, 3, 1e-9).Lower);
    }

    [Theory]
    [InlineData(7, 34)]
    [InlineData(0, 77)]
    [InlineData(20, 20)]
    public void Clopper_Pearson_bounds_are_where_the_tail_is_alpha(int successes, int n)
    {
        var bounds = ClopperPearson.Interval(successes, n, 0.05);

        if (successes > 0)
        {
            Assert.Equal(0.05, 1 - MathNet.Numerics.Distributions.Binomial.CDF(bounds.Lower, n, successes - 1), 1e-9);
        }

        if (successes < n)
        {
            Assert.Equal(0.05, MathNet.Numerics.Distributions.Binomial.CDF(bounds.Upper, n, successes), 1e-9);
        }
    }

    [Fact]
    public void Holm_agrees_with_the_worked_example()
    {
        // statsmodels multipletests([.01, .04, .03, .005], method='holm')
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void Benjamini_Hochberg_agrees_with_the_worked_example()
    {
        // statsmodels multipletests([.01, .04, .03, .005], method='fdr_bh')
        Assert.Equal([0.02, 0.04, 0.04, 0.02], BenjaminiHochberg.Adjust([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 12)));
    }

    [Theory]
    [InlineData(0.02, 0.005, 4946)]
    [InlineData(0.02, 0.01, 1237)]
    [InlineData(0.05, 0.01, 3091)]
    [InlineData(0.05, 0.05, 124)]
    [InlineData(0.1, 0.02, 1546)]
    [InlineData(0.2, 0.005, 49460)]
    [InlineData(0.2, 0.05, 495)]
    public void Needed_rows_agree_with_the_table(double discordance, double margin, long needed)
    {
        var effect = Power.MinimumDetectableEffect(Power.ShareError(discordance, 1000), 0.05);

        Assert.InRange(Power.Needed(1000, effect, margin), needed - 1, needed + 1);
    }

    [Theory]
    [InlineData(0.05, 200, 3.93)]
    [InlineData(0.05, 1000, 1.76)]
    [InlineData(0.05, 50000, 0.25)]
    [InlineData(0.1, 500, 3.52)]
    [InlineData(0.1, 10000, 0.79)]
    public void Detectable_effects_agree_with_the_table(double discordance, int n, double points) =>
        Assert.Equal(points, 100 * Power.MinimumDetectableEffect(Power.ShareError(discordance, n), 0.05), 0.005);

    [Theory]
    [InlineData(0.75, 50, 450, 0.065)]
    [InlineData(0.75, 100, 900, 0.046)]
    [InlineData(0.75, 500, 4500, 0.020)]
    [InlineData(0.75, 1000, 9000, 0.0145)]
    [InlineData(0.90, 50, 450, 0.047)]
    [InlineData(0.90, 1000, 9000, 0.0104)]
    public void Detectable_effects_of_auc_agree_with_the_table(double auc, int positives, int negatives, double effect) =>
        Assert.Equal(effect, Power.MinimumDetectableEffect(Power.AucChangeError(auc, positives, negatives, 0.8), 0.05), 0.0006);
}
