namespace MlGate.Core.Tests.Statistics;

/// <summary>
/// What the decision promises, simulated. Tolerances are three standard errors of the simulation; `docs/statistics.md` has longer runs.
/// </summary>
public sealed class DecisionSimulationTests
{
    private const double Alpha = 0.05;
    private const double Point = 0.01;

    [Theory]
    [InlineData(50, 0.1)]
    [InlineData(50, 0.3)]
    [InlineData(200, 0.02)]
    [InlineData(200, 0.1)]
    [InlineData(1000, 0.02)]
    [InlineData(1000, 0.3)]
    public void Tango_covers(int n, double discordance)
    {
        const int Runs = 2000;

        var coverage = DecisionSimulation.TangoCoverage(n, discordance, Runs);

        // Few discordant rows make any interval cover more than it says; never less.
        Assert.InRange(
            coverage,
            0.94 - DecisionSimulation.Noise(0.94, Runs),
            n * discordance < 20 ? 1 : 0.96 + DecisionSimulation.Noise(0.96, Runs)
        );
    }

    [Fact]
    public void DeLong_covers_and_equal_models_do_not_fail()
    {
        const int Runs = 1000;

        var (rates, coverage) = DecisionSimulation.Auc(200, candidateNoise: 0.5, change: 0, margin: 0.01, Runs);

        Assert.InRange(coverage, 0.94 - DecisionSimulation.Noise(0.94, Runs), 0.96 + DecisionSimulation.Noise(0.96, Runs));
        Assert.InRange(rates.Failed, 0, Alpha + Point + DecisionSimulation.Noise(Alpha, Runs));
    }

    [Fact]
    public void The_bootstrap_covers_and_a_loss_of_exactly_the_margin_does_not_pass()
    {
        const int Runs = 500;

        var (rates, coverage) = DecisionSimulation.SquaredError(200, change: 0.2, margin: 0.2, Runs, replicates: 1000);

        Assert.InRange(coverage, 0.935 - DecisionSimulation.Noise(0.935, Runs), 1);
        Assert.InRange(rates.Passed, 0, Alpha + Point + DecisionSimulation.Noise(Alpha, Runs));
    }

    [Fact]
    public void A_calibration_that_is_worse_than_the_margin_does_not_pass_and_a_small_change_does_not_fail()
    {
        var worse = DecisionSimulation.Calibration(2000, shift: 0.045, margin: 0.04, runs: 60);
        var alike = DecisionSimulation.Calibration(2000, shift: 0.002, margin: 0.04, runs: 10);

        Assert.InRange(worse.Passed, 0, 0.1);
        Assert.Equal(0, alike.Failed);
        Assert.InRange(alike.Passed, 0.2, 1);
    }

    [Theory]
    [InlineData(0.041, 0)]
    [InlineData(0.039, 1)]
    public void What_is_beyond_the_margin_itself_does_not_pass_whatever_its_interval(double rise, double passed) =>
        Assert.Equal(passed, DecisionSimulation.AboveItsReplicates(rise, margin: 0.04).Passed);

    [Theory]
    [InlineData(561, 0.1, 0.02)]
    [InlineData(2113, 0.05, 0.01)]
    public void Equal_models_fail_no_more_often_than_alpha(int positives, double discordance, double margin)
    {
        const int Runs = 2000;

        var rates = DecisionSimulation.Recall(positives, discordance, change: 0, margin, Runs);

        Assert.InRange(rates.Failed, 0, Alpha + Point + DecisionSimulation.Noise(Alpha, Runs));
    }

    [Theory]
    [InlineData(561, 0.1, 0.02)]
    [InlineData(2113, 0.05, 0.01)]
    public void A_loss_of_exactly_the_margin_passes_no_more_often_than_alpha(int positives, double discordance, double margin)
    {
        const int Runs = 2000;

        var rates = DecisionSimulation.Recall(positives, discordance, -margin, margin, Runs);

        Assert.InRange(rates.Passed, 0, Alpha + Point + DecisionSimulation.Noise(Alpha, Runs));
    }

    [Fact]
    public void At_the_rows_that_are_recommended_equal_models_pass_and_a_loss_of_twice_the_margin_fails()
    {
        // 10 % discordant, 2 points: 1,546 positives by the published table.
        const int Runs = 1000;

        var equal = DecisionSimulation.Recall(1546, 0.1, 0, 0.02, Runs);
        var worse = DecisionSimulation.Recall(1546, 0.1, -0.04, 0.02, Runs, family: 4);

        Assert.InRange(equal.Passed, 0.8 - 0.03, 0.8 + 0.03 + DecisionSimulation.Noise(0.8, Runs));
        Assert.InRange(worse.Failed, 0.8 - 0.03, 1);
    }

    [Fact]
    public void Holm_holds_the_error_of_a_hundred_true_hypotheses()
    {
        const int Runs = 4000;

        Assert.InRange(DecisionSimulation.FamilyError(100, Runs), 0, Alpha + Point + DecisionSimulation.Noise(Alpha, Runs));
    }

    [Fact]
    public void Benjamini_Hochberg_holds_the_share_of_false_discoveries_and_finds_what_is_planted()
    {
        const int Runs = 1000;

        var (wrong, found) = DecisionSimulation.Discoveries(110, planted: 10, shift: 4, q: 0.1, Runs);

        // Bounded by q times the share of true hypotheses; one run's share is at most 1, so its deviation at most 0.5 — in truth near 0.1.
        Assert.InRange(wrong, 0, 0.1 + DecisionSimulation.Noise(0.1, Runs));
        Assert.InRange(found, 0.9, 1);
    }
}
