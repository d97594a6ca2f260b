using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Flips;
using MlGate.Predictions;
using MlGate.Statistics;

namespace MlGate.Core.Tests.Checks.Models.Flips;

/// <summary>Changed predictions, counted by hand: of 100 rows 60 stay right, 12 become wrong, 8 become right, 20 stay wrong.</summary>
public sealed class FlipLimitsTests
{
    [Theory]
    [InlineData("newly-wrong", 0.12, 100)]
    [InlineData("newly-right", 0.08, 100)]
    [InlineData("churn", 0.20, 100)]
    [InlineData("backward-trust", 60.0 / 72, 72)]
    [InlineData("backward-error", 20.0 / 32, 32)]
    public void Each_share_is_what_its_definition_counts(string key, double expected, int among)
    {
        var finding = Assert.Single(Evaluate(Counted(), (key, LimitKinds.Max, 1)));

        Assert.Equal((Outcome.Passed, Diagnostics.FlipsMustKeepLimit.Code), (finding.Outcome, finding.Code));
        Assert.Equal(expected, finding.Evidence!.Candidate!.Value, 1e-12);
        var wilson = Wilson.Interval((long)Math.Round(expected * among), among, 0.05);
        Assert.Equal((wilson.Lower, wilson.Upper), (finding.Evidence.Interval!.Lower!.Value, finding.Evidence.Interval.Upper!.Value));
    }

    [Fact]
    public void Too_many_newly_wrong_rows_fail_and_are_named()
    {
        var finding = Assert.Single(Evaluate(Counted(), ("newly-wrong", LimitKinds.Max, 0.05)));

        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal("models.churn.flips.newly-wrong.max", finding.Id);
        Assert.Equal([.. Enumerable.Range(61, 10).Select(row => (long)row)], finding.Evidence!.OffendingRows);
        Assert.StartsWith("newly-wrong is 0.12", finding.Found, StringComparison.Ordinal);

        // It is about two versions: accepted for one baseline, it is not accepted for another.
        Assert.Equal([JudgedVersions.TestRows, JudgedVersions.AgainstBaseline], finding.Judged.Select(judged => judged.Versions));
    }

    [Fact]
    public void A_share_without_a_limit_is_reported() =>
        Assert.Equal(
            [(Outcome.Passed, Severity.Info, 0.20)],
            Evaluate(Counted(), "churn")
                .Select(finding => (finding.Outcome, finding.Severity, Math.Round(finding.Evidence!.Candidate!.Value, 12)))
        );

    [Fact]
    public void Without_a_baseline_nothing_changed_and_nothing_passed()
    {
        var finding = Assert.Single(Evaluate(Counted() with { Baseline = null }, ("newly-wrong", LimitKinds.Max, 0.05)));

        Assert.Equal(Outcome.NoBaseline, finding.Outcome);
    }

    [Fact]
    public void Of_several_classes_a_wrong_prediction_may_change_and_stay_wrong()
    {
        // Label 0: old 1, now 2. Wrong before and after, but changed.
        var set = Decided(["a", "b", "c"], [.. Enumerable.Repeat((0, 1, 2), 40), .. Enumerable.Repeat((0, 0, 0), 60)]);

        double Value(string key) => Assert.Single(Evaluate(set, (key, LimitKinds.Max, 1))).Evidence!.Candidate!.Value;
        Assert.Equal((0, 0.4, 1), (Value("newly-wrong"), Value("churn"), Value("backward-error")));
    }

    [Fact]
    public void A_model_without_errors_has_nothing_to_count()
    {
        var set = Decided(["No", "Yes"], [.. Enumerable.Range(0, 100).Select(row => (row % 2, row % 2, row % 2))]);

        var finding = Assert.Single(Evaluate(set, ("backward-error", LimitKinds.Min, 0.95)));

        Assert.Equal((Outcome.NotMeasured, Severity.Info), (finding.Outcome, finding.Severity));
    }

    // Accuracy changes by newly right minus newly wrong.
    [Fact]
    public void The_shares_explain_the_change_of_accuracy()
    {
        var set = Counted();
        var accuracy = Evaluations.Of(set, Evaluations.Metric("accuracy", (LimitKinds.MaxDrop, 1))).Evaluate()[0].Evidence!;

        double Value(string key) => Assert.Single(Evaluate(set, (key, LimitKinds.Max, 1))).Evidence!.Candidate!.Value;
        Assert.Equal(accuracy.Candidate!.Value - accuracy.Baseline!.Value, Value("newly-right") - Value("newly-wrong"), 1e-12);
    }

    private static IReadOnlyList<Finding> Evaluate(PredictionSet set, string key) => Evaluate(set, Measure(key));

    private static IReadOnlyList<Finding> Evaluate(PredictionSet set, (string Key, LimitKind Kind, double Value) limit) =>
        Evaluate(set, Measure(limit.Key, (limit.Kind, limit.Value)));

    private static IReadOnlyList<Finding> Evaluate(PredictionSet set, MetricGate measure)
    {
        var of = Evaluations.Of(set);
        var gate = new FlipsGate
        {
            Id = "models.churn.flips",
            Place = Evaluations.Place,
            Measures = [measure],
        };
        return (of with { Model = of.Model with { Checks = [gate] } }).Evaluate();
    }

    private static MetricGate Measure(string key, params (LimitKind Kind, double Value)[] limits)
    {
        Assert.NotNull(FlipMeasures.Find(key));
        var id = CheckId.Parse("models.churn.flips").Child(key);
        return Evaluations.Metric(key, limits) with
        {
            Id = id,
            Limits =
            [
                .. limits.Select(limit => new Declared<MetricLimit>(
                    new MetricLimit(limit.Kind, limit.Value),
                    id.Child(limit.Kind.Key),
                    Evaluations.Place
                )),
            ],
        };
    }

    private static PredictionSet Counted() =>
        Decided(
            ["No", "Yes"],
            [
                .. Enumerable.Range(0, 60).Select(row => (row % 2, row % 2, row % 2)),
                .. Enumerable.Repeat((1, 1, 0), 12),
                .. Enumerable.Repeat((1, 0, 1), 8),
                .. Enumerable.Repeat((0, 1, 1), 20),
            ]
        );

    private static PredictionSet Decided(IReadOnlyList<string> classes, (int Label, int Old, int Now)[] rows)
    {
        Scores Of(int[] decisions) =>
            new(
                [
                    .. decisions.SelectMany(of =>
                        classes.Count == 2 ? [(double)of] : Enumerable.Range(0, classes.Count).Select(at => at == of ? 1.0 : 0)
                    ),
                ],
                classes.Count == 2 ? 1 : classes.Count
            )
            {
                Decisions = decisions,
            };
        return new PredictionSet
        {
            Keys = [.. rows.Select((_, row) => (UInt128)(uint)row)],
            Classes = classes,
            Labels = [.. rows.Select(row => (double)row.Label)],
            Baseline = Of([.. rows.Select(row => row.Old)]),
            Candidate = Of([.. rows.Select(row => row.Now)]),
        };
    }
}
