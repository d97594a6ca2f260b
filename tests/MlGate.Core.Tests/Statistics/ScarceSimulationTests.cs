namespace MlGate.Core.Tests.Statistics;

/// <summary>
/// Short versions of the tables on scarce information; the bounds are those of the docs and three standard errors of the simulation.
/// </summary>
public sealed class ScarceSimulationTests
{
    private const int Runs = 80;
    private const double Bound = 0.06;

    [Theory]
    [InlineData("nearly equal models, 200 rows", "f1")]
    [InlineData("10 positives in 500 rows", "auc")]
    [InlineData("10 positives in 500 rows", "log-loss")]
    [InlineData("a class of 10 in 500 rows", "macro-f1")]
    [InlineData("5 groups of 40 rows", "rmse")]
    [InlineData("uneven weights, 200 rows", "log-loss")]
    [InlineData("errors of t with 3 degrees, 200 rows", "mse")]
    [InlineData("30 rows", "mae")]
    [InlineData("50 rows", "spearman")]
    public void Equal_models_do_not_fail_and_a_loss_of_the_margin_does_not_pass(string name, string metric)
    {
        var rates = ScarceSimulation.Run(ScarceSimulation.Settings.Single(setting => setting.Name == name), metric, Runs);

        Assert.InRange(rates.Failed, 0, Bound + DecisionSimulation.Noise(Bound, Runs));
        Assert.InRange(rates.PassedAtMargin, 0, Bound + DecisionSimulation.Noise(Bound, Runs));
    }
}
