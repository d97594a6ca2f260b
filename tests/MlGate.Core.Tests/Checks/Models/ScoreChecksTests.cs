using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Core.Tests.Checks.Models;

public sealed class ScoreChecksTests
{
    private static readonly MetricGate Gate = Evaluations.Metric("auc", (LimitKinds.Min, 0.1), (LimitKinds.MaxDrop, 0.02));

    [Theory]
    [InlineData(double.NaN, "MLG4001")]
    [InlineData(double.PositiveInfinity, "MLG4001")]
    [InlineData(1.0001, "MLG4002")]
    [InlineData(-0.2, "MLG4002")]
    public void A_score_that_is_none_fails_the_model_and_is_never_averaged_away(double score, string code)
    {
        var set = Simulated.Binary(50, 1);
        set.Candidate.Values[6] = score;

        var findings = Evaluations.Of(set, Gate).Evaluate();

        Assert.Equal((code, Outcome.Failed), (findings[0].Code, findings[0].Outcome));
        Assert.Equal([7], findings[0].Evidence!.OffendingRows);
        Assert.All(findings.Skip(1), finding => Assert.Equal(Outcome.NotMeasured, finding.Outcome));
        Assert.Equal(ExitCode.Failed, Verdict.From(findings).ExitCode);
    }

    [Theory]
    [InlineData(1.0000001)]
    [InlineData(-0.0000001)]
    public void The_rounding_of_single_precision_is_no_score_out_of_range(double score)
    {
        var set = Simulated.Binary(50, 1);
        set.Candidate.Values[6] = score;

        Assert.NotEqual("MLG4002", Evaluations.Of(set, Gate).Evaluate()[0].Code);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    public void A_label_that_is_no_class_fails(double label)
    {
        var set = Simulated.Binary(50, 1);
        set.Labels[0] = label;

        Assert.Equal("MLG4003", Evaluations.Of(set, Gate).Evaluate()[0].Code);
    }

    [Fact]
    public void A_baseline_with_broken_scores_cannot_be_compared_and_absolute_limits_still_hold()
    {
        var set = Simulated.Binary(200, 1);
        set.Baseline!.Values[3] = double.NaN;

        var findings = Evaluations.Of(set, Gate).Evaluate();

        Assert.Equal([Outcome.NotComparable, Outcome.Passed, Outcome.NotComparable], findings.Select(finding => finding.Outcome));
        Assert.Equal(ExitCode.Undecided, Verdict.From(findings).ExitCode);
    }

    [Fact]
    public void Raw_margins_may_leave_the_unit_interval()
    {
        var set = Simulated.Binary(200, 1);
        set.Candidate.Values[3] = 17;

        Assert.Equal(
            "MLG4101",
            Evaluations.Of(set with { Candidate = set.Candidate with { Calibrated = false } }, Gate).Evaluate()[0].Code
        );
    }

    [Fact]
    public void A_prediction_of_a_number_may_be_any_finite_number()
    {
        var findings = Evaluations.Of(Simulated.Regression(100, 1), Evaluations.Metric("mae", (LimitKinds.Max, 100))).Evaluate();

        Assert.Equal(Outcome.Passed, findings.Single().Outcome);
    }
}
