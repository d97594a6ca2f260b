using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Fairness;
using MlGate.Predictions;
using MlGate.Statistics;
using static MlGate.Core.Tests.Checks.Models.Fairness.FairnessGroups;

namespace MlGate.Core.Tests.Checks.Models.Fairness;

/// <summary>Limits between groups, against values counted by hand and simulations of equal groups.</summary>
public sealed class FairnessLimitsTests
{
    // Group a: 100 rows, 40 positive, of these 30 found; 12 of 60 negatives called positive: 42 selected.
    // Group b: 200 rows, 50 positive, of these 20 found; 30 of 150 negatives called positive: 50 selected.
    [Theory]
    [InlineData("demographic-parity-difference", 0.42 - 0.25)]
    [InlineData("demographic-parity-ratio", 0.25 / 0.42)]
    [InlineData("equal-opportunity-difference", 0.75 - 0.4)]
    [InlineData("equal-opportunity-ratio", 0.4 / 0.75)]
    [InlineData("equalized-odds-difference", 0.75 - 0.4)]
    [InlineData("equalized-odds-ratio", 0.4 / 0.75)]
    [InlineData("predictive-parity-difference", (30.0 / 42) - 0.4)]
    [InlineData("predictive-parity-ratio", 0.4 / (30.0 / 42))]
    public void Each_measure_is_what_its_definition_says(string key, double expected)
    {
        var isRatio = FairnessMeasures.Find(key)!.IsRatio;
        var finding = Assert.Single(Evaluate(Counted(), key, isRatio ? (LimitKinds.Min, 0) : (LimitKinds.Max, 1)));

        Assert.Equal((Outcome.Passed, Diagnostics.FairnessMustKeepLimit.Code), (finding.Outcome, finding.Code));
        Assert.Equal(expected, finding.Evidence!.Candidate!.Value, 1e-12);
        Assert.Equal("group", finding.Evidence.Groups);
    }

    [Fact]
    public void The_interval_of_two_groups_is_that_of_Newcombe()
    {
        var interval = Assert.Single(Evaluate(Counted(), "demographic-parity-difference", (LimitKinds.Max, 1))).Evidence!.Interval!;

        // Which group has the larger rate was not known before: two-sided.
        var newcombe = Mover.Difference(0.42, Wilson.Interval(42, 100, 0.025), 0.25, Wilson.Interval(50, 200, 0.025), 0);
        Assert.Equal(newcombe.Lower, interval.Lower!.Value, 0.003);
        Assert.Equal(newcombe.Upper, interval.Upper!.Value, 0.003);
        Assert.Equal((0.95, "Newcombe"), (interval.Level, interval.Method));
    }

    [Fact]
    public void A_difference_beyond_the_limit_and_beyond_chance_fails_and_names_the_groups()
    {
        var finding = Assert.Single(Evaluate(Counted(), "equal-opportunity-difference", (LimitKinds.Max, 0.1)));

        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal("models.churn.fairness.group.equal-opportunity-difference.max", finding.Id);
        Assert.Contains("recall 0.750 for group=a, 0.400 for group=b", finding.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("fair ", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_difference_in_small_groups_is_inconclusive()
    {
        // A tenth of each group: 3 of 4 against 2 of 5.
        var set = Counted();
        var finding = Assert.Single(
            Evaluate(
                With(set.Select([.. Tenth(set)]), set, [.. Tenth(set)]),
                "equal-opportunity-difference",
                (LimitKinds.Max, 0.1),
                least: 2
            )
        );

        Assert.Equal((Outcome.Inconclusive, Severity.Warn), (finding.Outcome, finding.Severity));
        Assert.Equal(Leaning.Worse, finding.Evidence!.Leaning);
    }

    [Fact]
    public void Groups_that_are_too_small_are_named_and_not_compared()
    {
        var all = Evaluate(Counted(), "equal-opportunity-difference", (LimitKinds.Max, 0.1), least: 45);

        var finding = Assert.Single(all);
        Assert.Equal(Outcome.NotMeasured, finding.Outcome);
        Assert.EndsWith("not measured: fewer than two groups with at least 45 positives", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rise_needs_a_baseline_and_two_equal_models_have_none()
    {
        var set = Counted();

        Assert.Equal(
            Outcome.NoBaseline,
            Assert.Single(Evaluate(set with { Baseline = null }, "equal-opportunity-difference", (LimitKinds.MaxRise, 0.02))).Outcome
        );
        var same = Assert.Single(
            Evaluate(set with { Baseline = set.Candidate }, "equal-opportunity-difference", (LimitKinds.MaxRise, 0.02))
        );
        Assert.Equal(
            (Outcome.Passed, 0.0, 0.0),
            (same.Outcome, same.Evidence!.Interval!.Lower!.Value, same.Evidence.Interval.Upper!.Value)
        );
    }

    [Fact]
    public void A_pass_is_proven_only_if_the_bounds_of_every_pair_are_within_the_limit()
    {
        // Two large groups 0.02 apart, and a small one between them whose interval is wide.
        (int Group, int Selected, int Count)[] groups = [(0, 5_200, 10_000), (1, 5_000, 10_000), (2, 26, 51)];
        var rows = groups
            .SelectMany(group => Enumerable.Range(0, group.Count).Select(row => (group.Group, Selected: row < group.Selected)))
            .ToList();
        var set = new PredictionSet
        {
            Keys = [.. rows.Select((_, row) => (UInt128)(uint)row)],
            Classes = ["No", "Yes"],
            Labels = [.. rows.Select((_, row) => (double)(row % 2))],
            Candidate = new Scores([.. rows.Select(row => row.Selected ? 0.9 : 0.1)], 1),
            Columns = Columns("abc", [.. rows.Select(row => row.Group)]),
        };

        var finding = Assert.Single(Evaluate(set, "demographic-parity-difference", (LimitKinds.Max, 0.06)));

        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.Contains("met, not proven", finding.Evidence!.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_beside_itself_changes_nothing_even_where_a_rate_is_1()
    {
        var set = Counted();
        var all = set with { Candidate = new Scores([.. set.Labels.Select(label => label == 1 ? 0.9 : 0.1)], 1) };

        var finding = Assert.Single(Evaluate(all with { Baseline = all.Candidate }, "equalized-odds-difference", (LimitKinds.MaxRise, 0)));

        Assert.Equal(Outcome.Passed, finding.Outcome);
    }

    [Fact]
    public void Too_many_groups_are_an_error_and_not_a_pass()
    {
        var set = Simulated.Binary(1_000, 4);
        var ids = new RowValues([.. Enumerable.Range(0, 1_000).Select(id => $"{id:D4}")], [.. Enumerable.Range(0, 1_000)]);

        var findings = Evaluate(
            set with
            {
                Columns = new Dictionary<string, RowValues> { ["group"] = ids },
            },
            "demographic-parity-difference",
            (LimitKinds.Max, 0.1)
        );

        Assert.Equal([Diagnostics.TooManySegments.Code, Diagnostics.MetricUndefined.Code], findings.Select(finding => finding.Code));
        Assert.All(findings, finding => Assert.Equal((Outcome.NotMeasured, true), (finding.Outcome, finding.Counts)));
    }

    [Fact]
    public void A_required_baseline_is_required_here_too()
    {
        var finding = Assert.Single(
            Evaluate(Counted() with { Baseline = null }, "equal-opportunity-difference", (LimitKinds.MaxRise, 0.02), requireBaseline: true)
        );

        Assert.Equal((Outcome.NoBaseline, Severity.Error, "group"), (finding.Outcome, finding.Severity, finding.Evidence!.Groups));
    }
}
