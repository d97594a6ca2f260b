using MlGate.Checks.Models;
using MlGate.Checks.Models.Limits;
using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Predictions;
using MlGate.Statistics;
using static MlGate.Core.Tests.Checks.Models.MetricDecisionTests;

namespace MlGate.Core.Tests.Checks.Models;

/// <summary>Which method answers for which metric and data, and what is said of it.</summary>
public sealed class MetricMethodTests
{
    [Fact]
    public void A_p_is_shown_only_where_it_decides()
    {
        // 1.5 points lost on 1,000 positives: significant, and allowed by a margin of 2.
        var finding = Evaluations
            .Of(Recall(840, 2, 17, 141), Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02), (LimitKinds.MaxDrop, 0.01)))
            .Evaluate();

        Assert.Equal((Outcome.Inconclusive, Leaning.Fine), (finding[0].Outcome, finding[0].Evidence!.Leaning));
        Assert.Null(finding[0].Evidence!.AdjustedP);
        Assert.Equal(Outcome.Failed, finding[1].Outcome);
        Assert.NotNull(finding[1].Evidence!.AdjustedP);
    }

    [Fact]
    public void Enough_rows_for_the_margin_are_not_asked_for_again()
    {
        var finding = Evaluations.Of(Recall(840, 2, 17, 141), Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02))).Evaluate().Single();

        Assert.Null(finding.Evidence!.Needed);
        Assert.Contains("the estimate is too close to the limit for 1,000 positives", finding.Fix, StringComparison.Ordinal);
        Assert.EndsWith(
            "inconclusive: the estimate is within the margin, but a loss beyond it is not excluded",
            finding.Found,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Top_3_accuracy_is_compared_as_the_paired_share_that_it_is()
    {
        var set = Simulated.Multiclass(400, 3, classes: 8);
        bool Hit(Scores scores, int row) =>
            scores.Values.Skip(row * 8).Take(8).Count(score => score > scores.Values[(row * 8) + (int)set.Labels[row]]) < 3;
        var (gained, lost) = (
            Enumerable.Range(0, 400).LongCount(row => Hit(set.Candidate, row) && !Hit(set.Baseline!, row)),
            Enumerable.Range(0, 400).LongCount(row => !Hit(set.Candidate, row) && Hit(set.Baseline!, row))
        );

        var findings = Evaluations
            .Of(set, Evaluations.Metric("top-3-accuracy", (LimitKinds.MaxDrop, 0.02), (LimitKinds.Min, 0.1)))
            .Evaluate();

        var expected = Tango.Interval(new PairedTable(400 - gained - lost, gained, lost, 0), 0.05);
        Assert.Equal(["Tango", "Wilson"], findings.Select(finding => finding.Evidence!.Interval!.Method));
        Assert.Equal(
            (expected.Lower, expected.Upper),
            (findings[0].Evidence!.Interval!.Lower!.Value, findings[0].Evidence!.Interval!.Upper!.Value)
        );
    }

    [Fact]
    public void A_macro_auc_is_measured_though_a_class_has_three_rows()
    {
        var set = Simulated.Multiclass(300, 5, classes: 3);
        var labels = set.Labels.Select(label => label == 2 ? 1.0 : label).ToArray();
        (labels[10], labels[20], labels[30]) = (2, 2, 2);

        var findings = Evaluations
            .Of(set with { Labels = labels }, Evaluations.Metric("macro-auc", (LimitKinds.MaxDrop, 0.02), (LimitKinds.Min, 0.1)))
            .Evaluate();

        Assert.All(findings, finding => Assert.NotEqual(Outcome.NotMeasured, finding.Outcome));
        Assert.All(findings, finding => Assert.NotNull(finding.Evidence!.Interval));
    }

    [Fact]
    public void Groups_and_weights_rule_out_closed_intervals()
    {
        var set = Simulated.Binary(300, 3);
        MetricGate[] gates =
        [
            Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02), (LimitKinds.Min, 0.1)),
            Evaluations.Metric("auc", (LimitKinds.MaxDrop, 0.02)),
        ];

        var clustered = Evaluations.Of(set with { Groups = [.. Enumerable.Range(0, 300).Select(row => row / 2)] }, gates).Evaluate();
        var weighted = Evaluations.Of(set with { Weights = [.. Enumerable.Repeat(2.0, 300)] }, gates).Evaluate();

        Assert.All(clustered, finding =>
            Assert.StartsWith("cluster Poisson bootstrap", finding.Evidence!.Interval!.Method, StringComparison.Ordinal)
        );
        Assert.All(weighted, finding =>
            Assert.StartsWith("paired Poisson bootstrap", finding.Evidence!.Interval!.Method, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Auc_takes_DeLong_the_logit_near_one_and_the_jackknife_for_few_positives()
    {
        string Method(PredictionSet set) =>
            Evaluations.Of(set, Evaluations.Metric("auc", (LimitKinds.MaxDrop, 0.02))).Evaluate().Single().Evidence!.Interval!.Method;
        var near = Simulated.Binary(600, 4);

        Assert.Equal("DeLong", Method(Simulated.Binary(1200, 4)));
        Assert.Equal("DeLong, skewness corrected", Method(near));
        Assert.Equal(
            "DeLong, MOVER on the logit",
            Method(near with { Candidate = Sharpened(near, near.Candidate, 0.4), Baseline = Sharpened(near, near.Baseline!, 0.35) })
        );
        Assert.StartsWith("infinitesimal jackknife, Student's t", Method(Simulated.Binary(80, 5)), StringComparison.Ordinal);
    }

    [Fact]
    public void Randomness_is_reported_only_where_it_was_used()
    {
        var set = Simulated.Binary(200, 7);

        Assert.Null(ModelChecks.Evaluate(Evaluations.Of(set, Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02)))).Randomness);
        Assert.Equal(
            2000,
            ModelChecks.Evaluate(Evaluations.Of(set, Evaluations.Metric("brier", (LimitKinds.MaxRise, 0.02)))).Randomness!.Replicates
        );
    }

    [Fact]
    public void Margins_are_proposed_from_what_a_test_set_can_find()
    {
        var one = MarginProposal.For(
            ModelTask.BinaryClassification,
            Simulated.Binary(2113, 8) with
            {
                Baseline = null,
            },
            ["auc", "recall", "log-loss", "acuracy"]
        );

        Assert.Equal(
            [("auc", LimitKinds.MaxDrop), ("recall", LimitKinds.MaxDrop), ("log-loss", LimitKinds.MaxRise)],
            one.Select(margin => (margin.Metric, margin.Kind))
        );
        Assert.InRange(one[0].Margin, 0.01, 0.02);
        Assert.All(one, margin => Assert.True(margin.IsAssumed));
        Assert.All(one, margin => Assert.InRange(margin.Margin / margin.MinimumDetectableEffect, 1, 4 / 3d));
    }

    private static Scores Sharpened(PredictionSet set, Scores scores, double share) =>
        new([.. scores.Values.Select((score, row) => (score * (1 - share)) + (set.Labels[row] * share))], 1);
}
