using MlGate.Metrics;

namespace MlGate.Core.Tests.Metrics;

/// <summary>Which class a row is predicted as.</summary>
public sealed class DecisionTests
{
    [Theory]
    [InlineData(0.7)]
    [InlineData(0.9)]
    [InlineData(0.1)]
    public void A_threshold_has_the_precision_of_single_precision_scores(double threshold)
    {
        double[] scores = [(float)threshold, 0.5 * (float)threshold, MathF.BitDecrement((float)threshold), 1];

        Assert.Equal([1, 0, 0, 1], new Observations([1, 0, 0, 1], new Scores(scores, 1), 2, threshold).Predicted);
    }

    [Fact]
    public void A_threshold_is_exact_for_double_precision_scores() =>
        Assert.Equal([1, 0, 0], new Observations([1, 0, 0], new Scores([0.7, 0.6999999, 0.3], 1), 2, 0.7).Predicted);

    [Fact]
    public void The_models_own_decision_goes_before_threshold_and_largest_score()
    {
        Assert.Equal([0, 1], new Observations([1, 0], new Scores([0.9, 0.1], 1) { Decisions = [0, 1] }, 2).Predicted);
        Assert.Equal([2, 0], new Observations([1, 0], new Scores([0.4, 0.3, 0.3, 0.3, 0.4, 0.3], 3) { Decisions = [2, 0] }, 3).Predicted);
    }
}
