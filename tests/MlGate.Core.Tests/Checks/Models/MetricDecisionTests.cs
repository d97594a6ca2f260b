using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Predictions;
using MlGate.Statistics;

namespace MlGate.Core.Tests.Checks.Models;

/// <summary>
/// The table of the decision, row by row. Recall is set by counts: positives that both, only one or none of the models find.
/// </summary>
public sealed class MetricDecisionTests
{
    [Theory]
    [InlineData(800, 20, 20, 160, 0.02, Outcome.Passed)] // no change, narrow
    [InlineData(800, 0, 60, 140, 0.02, Outcome.Failed)] // 6 points lost, and real
    [InlineData(800, 20, 50, 130, 0.02, Outcome.Failed)] // 3 points lost: real, though not proven to exceed 2
    [InlineData(40, 2, 4, 14, 0.02, Outcome.Inconclusive)] // 3 points lost, on 60 positives
    [InlineData(40, 4, 4, 12, 0.02, Outcome.Inconclusive)] // no change, on 60 positives
    [InlineData(800, 20, 35, 145, 0.02, Outcome.Inconclusive)] // 1.5 points lost
    public void Max_drop_decides_by_bound_and_by_adjusted_p(int both, int gained, int lost, int neither, double margin, Outcome expected)
    {
        var finding = Evaluations
            .Of(Recall(both, gained, lost, neither), Evaluations.Metric("recall", (LimitKinds.MaxDrop, margin)))
            .Evaluate()
            .Single();

        Assert.Equal(expected, finding.Outcome);
        Assert.Equal(Diagnostics.MetricMustNotDrop.Code, finding.Code);
        Assert.Equal("Tango", finding.Evidence!.Interval!.Method);
        Assert.Equal(0.9, finding.Evidence.Interval.Level, 1e-12);
        Assert.Equal(new Denominator("positives", both + gained + lost + neither), finding.Evidence.Denominator);
    }

    [Fact]
    public void A_failure_names_change_values_interval_and_denominator()
    {
        var finding = Evaluations
            .Of(Recall(800, 20, 60, 120), Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02)))
            .Evaluate()
            .Single();

        Assert.Equal(
            "models.churn: recall dropped 0.040 (0.860 → 0.820 on 1,000 positives; 90 % interval −0.055 to −0.026); expected a drop "
                + "of at most 0.02. Find out what changed in data, code or settings.",
            finding.Message
        );
    }

    [Fact]
    public void An_inconclusive_finding_says_what_would_decide()
    {
        var finding = Evaluations.Of(Recall(40, 2, 4, 14), Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02))).Evaluate().Single();

        Assert.Equal(Leaning.Worse, finding.Evidence!.Leaning);
        Assert.Equal(Power.MinimumDetectableEffect(Math.Sqrt(0.1 / 60), 0.05), finding.Evidence.MinimumDetectableEffect!.Value, 1e-12);
        Assert.Equal(1546, finding.Evidence.Needed); // 10 % discordant, 2 points: the published table
        Assert.Contains("about 1,546 positives needed for this margin", finding.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false, Severity.Info, Severity.Warn)]
    [InlineData(null, true, Severity.Info, Severity.Error)]
    [InlineData(WhenInconclusive.Pass, false, Severity.Info, Severity.Info)]
    [InlineData(WhenInconclusive.Pass, true, Severity.Info, Severity.Info)]
    [InlineData(WhenInconclusive.Warn, false, Severity.Warn, Severity.Warn)]
    [InlineData(WhenInconclusive.Warn, true, Severity.Warn, Severity.Error)]
    [InlineData(WhenInconclusive.Fail, false, Severity.Error, Severity.Error)]
    public void What_cannot_be_decided_speaks_as_the_gate_says(
        WhenInconclusive? policy,
        bool strict,
        Severity leaningFine,
        Severity leaningWorse
    )
    {
        var gate = Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02)) with { WhenInconclusive = policy };

        var fine = (Evaluations.Of(Recall(40, 4, 4, 12), gate) with { Strict = strict }).Evaluate().Single();
        var worse = (Evaluations.Of(Recall(40, 2, 4, 14), gate) with { Strict = strict }).Evaluate().Single();

        Assert.Equal((Outcome.Inconclusive, leaningFine), (fine.Outcome, fine.Severity));
        Assert.Equal((Outcome.Inconclusive, leaningWorse), (worse.Outcome, worse.Severity));
    }

    [Fact]
    public void A_limit_that_warns_never_becomes_an_error_by_being_undecided()
    {
        var gate = Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02)).With(Severity.Warn) with
        {
            WhenInconclusive = WhenInconclusive.Fail,
        };

        Assert.Equal(Severity.Warn, Evaluations.Of(Recall(40, 2, 4, 14), gate).Evaluate().Single().Severity);
    }

    [Fact]
    public void Holm_counts_the_declared_losses_that_can_fail_the_build_and_no_others()
    {
        var set = Recall(800, 20, 40, 140);
        var recall = Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.001));
        var alone = Evaluations.Of(set, recall).Evaluate()[0].Evidence!.AdjustedP!.Value;

        var withOthers = Evaluations
            .Of(
                set,
                recall,
                Evaluations.Metric("auc", (LimitKinds.MaxDrop, 0.9)),
                Evaluations.Metric("brier", (LimitKinds.MaxRise, 0.9)).With(Severity.Warn),
                Evaluations.Metric("accuracy", (LimitKinds.Min, 0.1))
            )
            .Evaluate()[0]
            .Evidence!.AdjustedP!.Value;

        Assert.Equal(McNemar.MidPLoss(20, 40), alone, 1e-15);
        Assert.Equal(2 * alone, withOthers, 1e-15);
    }

    [Theory]
    [InlineData("min", 0.70, Outcome.Passed, null)]
    [InlineData("min", 0.81, Outcome.Passed, "met, not proven")]
    [InlineData("min", 0.83, Outcome.Failed, null)]
    [InlineData("max", 0.90, Outcome.Passed, null)]
    [InlineData("max", 0.83, Outcome.Passed, "met, not proven")]
    [InlineData("max", 0.80, Outcome.Failed, null)]
    public void Absolute_limits_are_decided_by_the_point_and_marked_by_the_bound(string kind, double limit, Outcome expected, string? note)
    {
        var finding = Evaluations
            .Of(Recall(800, 20, 20, 160) with { Baseline = null }, Evaluations.Metric("recall", (LimitKinds.Find(kind)!, limit)))
            .Evaluate()
            .Single();

        Assert.Equal((expected, note), (finding.Outcome, finding.Evidence!.Note));
        Assert.Equal("Wilson", finding.Evidence.Interval!.Method);
    }

    [Theory]
    [InlineData(800, 60, 0, 140, 0.02, Outcome.Passed)]
    [InlineData(800, 20, 20, 160, 0.02, Outcome.Failed)]
    [InlineData(800, 40, 15, 145, 0.02, Outcome.Inconclusive)]
    public void Min_gain_asks_for_proof_either_way(int both, int gained, int lost, int neither, double gain, Outcome expected)
    {
        var finding = Evaluations
            .Of(Recall(both, gained, lost, neither), Evaluations.Metric("recall", (LimitKinds.MinGain, gain)))
            .Evaluate()
            .Single();

        Assert.Equal((expected, Diagnostics.MetricMustGain.Code), (finding.Outcome, finding.Code));
    }

    [Theory]
    [InlineData(800, 60, 0, 140, 0.05, Outcome.Passed)] // 0.80 → 0.86: 7.5 %
    [InlineData(800, 60, 0, 140, 0.10, Outcome.Failed)]
    [InlineData(800, 60, 0, 140, 0.075, Outcome.Inconclusive)]
    public void A_relative_gain_is_a_share_of_the_baseline(int both, int gained, int lost, int neither, double gain, Outcome expected)
    {
        var finding = Evaluations
            .Of(Recall(both, gained, lost, neither), Evaluations.Metric("recall", (LimitKinds.MinRelativeGain, gain)))
            .Evaluate()
            .Single();

        Assert.Equal((expected, Diagnostics.MetricMustGain.Code), (finding.Outcome, finding.Code));
        Assert.StartsWith("a relative gain of at least ", finding.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(800, 90, 0, 110, Outcome.Failed)]
    [InlineData(800, 60, 20, 120, Outcome.Passed)]
    public void Max_gain_fails_only_when_the_gain_is_proven_to_exceed_it(int both, int gained, int lost, int neither, Outcome expected)
    {
        var finding = Evaluations
            .Of(Recall(both, gained, lost, neither), Evaluations.Metric("recall", (LimitKinds.MaxGain, 0.05)).With(Severity.Warn))
            .Evaluate()
            .Single();

        Assert.Equal((expected, Diagnostics.MetricTooGood.Code, Severity.Warn), (finding.Outcome, finding.Code, finding.Severity));
    }

    [Fact]
    public void A_rise_is_judged_as_the_mirror_of_a_drop()
    {
        var set = Recall(800, 0, 60, 140);

        var drop = Evaluations.Of(set, Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02))).Evaluate().Single().Evidence!;
        var rise = Evaluations.Of(set, Evaluations.Metric("fnr", (LimitKinds.MaxRise, 0.02))).Evaluate().Single();

        Assert.Equal(Outcome.Failed, rise.Outcome);
        Assert.Equal(drop.AdjustedP!.Value, rise.Evidence!.AdjustedP!.Value, 1e-15);
        Assert.Equal(drop.Interval!.Lower!.Value, -rise.Evidence.Interval!.Upper!.Value, 1e-9);
    }

    [Fact]
    public void Without_baseline_absolute_limits_still_hold_and_the_others_say_so()
    {
        var of = Evaluations.Of(
            Recall(800, 20, 20, 160) with
            {
                Baseline = null,
            },
            Evaluations.Metric("recall", (LimitKinds.Min, 0.9), (LimitKinds.MaxDrop, 0.02))
        );

        var findings = of.Evaluate();

        Assert.Equal([Outcome.Failed, Outcome.NoBaseline], findings.Select(finding => finding.Outcome));
        Assert.Equal(Severity.Info, findings[1].Severity);
        Assert.Equal(Severity.Error, (of with { RequireBaseline = true }).Evaluate()[1].Severity);
    }

    [Fact]
    public void A_baseline_that_cannot_be_compared_is_not_no_baseline()
    {
        var note = new Finding
        {
            Code = Diagnostics.ModelsNotComparable.Code,
            Id = "models.churn",
            Subject = "models.churn",
            Outcome = Outcome.NotComparable,
            Expected = "e",
            Found = "f",
        };
        var set = Recall(800, 20, 20, 160) with { Baseline = null, Notes = [note] };

        Assert.Equal(
            Outcome.NotComparable,
            Evaluations.Of(set, Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02))).Evaluate().Single().Outcome
        );
    }

    [Fact]
    public void Slow_loss_is_judged_against_the_anchor()
    {
        var gate = Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.02), (LimitKinds.MaxDropSinceAnchor, 0.02));
        var of = Evaluations.Of(Recall(800, 20, 20, 160), gate) with { Anchor = Recall(800, 0, 60, 140) };

        var findings = of.Evaluate();

        Assert.Equal(
            [(Outcome.Passed, "MLG4102"), (Outcome.Failed, "MLG4105")],
            findings.Select(finding => (finding.Outcome, finding.Code))
        );
        Assert.Equal(Outcome.NoBaseline, (of with { Anchor = null }).Evaluate()[1].Outcome);
    }

    [Fact]
    public void A_metric_without_limit_is_reported_and_is_no_measured_limit()
    {
        var finding = Evaluations.Of(Simulated.Binary(100, 6), Evaluations.Metric("auc")).Evaluate().Single();

        Assert.Equal((Diagnostics.MetricReported.Code, Severity.Info), (finding.Code, finding.Severity));
        Assert.Equal(ExitCode.Undecided, Verdict.From([finding]).ExitCode);
    }

    // Positives by counts, and as many negatives, which both models know.
    internal static PredictionSet Recall(int both, int gained, int lost, int neither)
    {
        var positives = both + gained + lost + neither;
        double[] now = [.. Some(both, 0.9), .. Some(gained, 0.9), .. Some(lost, 0.1), .. Some(neither, 0.1), .. Some(positives, 0.05)];
        double[] old = [.. Some(both, 0.8), .. Some(gained, 0.2), .. Some(lost, 0.8), .. Some(neither, 0.2), .. Some(positives, 0.1)];
        return new PredictionSet
        {
            Keys = [.. Enumerable.Range(1, 2 * positives).Select(row => (UInt128)row)],
            Classes = ["No", "Yes"],
            Labels = [.. Some(positives, 1), .. Some(positives, 0)],
            Candidate = new Scores(now, 1),
            Baseline = new Scores(old, 1),
        };
    }

    internal static IEnumerable<double> Some(int count, double value) => Enumerable.Repeat(value, count);
}
