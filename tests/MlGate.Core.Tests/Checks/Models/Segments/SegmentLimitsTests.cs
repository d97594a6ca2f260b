using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Checks.Models.Segments;

/// <summary>What is decided over segments.</summary>
public sealed class SegmentLimitsTests
{
    [Fact]
    public void A_loss_that_all_rows_hide_is_found_in_its_segment()
    {
        var findings = Evaluate(Worse("west"), Evaluations.Metric("accuracy", (LimitKinds.MaxDrop, 0.05)));

        var west = findings.Single(finding => finding.Id == "models.churn.segments.\"region=west\".accuracy.max-drop");
        Assert.Equal(Outcome.Failed, west.Outcome);
        Assert.Equal("region=west", west.Id.Segment);
        Assert.Contains("for region=west", west.Found, StringComparison.Ordinal);
        Assert.Equal(["region=west"], findings.Where(finding => finding.Outcome == Outcome.Failed).Select(finding => finding.Id.Segment));
        Assert.Equal(Outcome.Passed, findings.Single(finding => finding.Id == "models.churn.metrics.accuracy.max-drop").Outcome);
    }

    [Fact]
    public void The_interval_that_is_shown_is_the_one_that_decides()
    {
        var findings = Evaluate(Worse("west"), Evaluations.Metric("accuracy", (LimitKinds.MaxDrop, 0.05)));

        var shown = findings.Where(finding => finding.Id.Segment is not null).ToList();
        Assert.Equal(4, shown.Count);
        var level = Assert.Single(shown.Select(finding => finding.Evidence!.Interval!.Level).Distinct());

        // Four segments without a common row: each bound at 1 − 0.95^(1/4).
        Assert.Equal(1 - (2 * (1 - Math.Pow(0.95, 0.25))), level, 0.003);
        Assert.All(shown.Where(finding => finding.Outcome == Outcome.Failed), finding =>
            Assert.True(finding.Evidence!.Interval!.Upper < 0 && finding.Evidence.AdjustedP <= 0.05)
        );
        Assert.Equal(
            0.9,
            findings.Single(finding => finding.Id == "models.churn.metrics.accuracy.max-drop").Evidence!.Interval!.Level,
            1e-9
        );
    }

    [Fact]
    public void Too_few_of_what_a_metric_divides_by_is_not_judged()
    {
        var finding = Evaluate(Worse("west"), 400, Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.05)))
            .First(finding => finding.Id.Segment == "region=west");

        Assert.Equal((Outcome.NotMeasured, Severity.Info), (finding.Outcome, finding.Severity));
        Assert.Matches(@"^recall not judged: \d+ positives, at least 400 needed for region=west$", finding.Found);
    }

    [Fact]
    public void A_metric_without_limits_is_reported_in_each_segment()
    {
        var findings = Evaluate(Worse("west"), Evaluations.Metric("accuracy")).Where(finding => finding.Id.Segment is not null).ToList();

        Assert.Equal(4, findings.Count);
        Assert.All(findings, finding => Assert.Equal((Outcome.Passed, Severity.Info), (finding.Outcome, finding.Severity)));
    }

    [Fact]
    public void A_bin_without_rows_is_a_warning()
    {
        var set = Worse("west");
        var gate = Gate(100, [new SegmentColumns([new SegmentColumn("region", [5])], Evaluations.Place)], []);

        var findings = (Evaluations.Of(set) with { Model = Evaluations.Of(set).Model with { Checks = [gate] } }).Evaluate();

        Assert.Equal(
            [(Diagnostics.SegmentVanished.Code, Severity.Warn), (Diagnostics.SegmentVanished.Code, Severity.Warn)],
            findings.Select(finding => (finding.Code, finding.Severity))
        );
    }

    // 10 segments of 150 rows, overlapping with 3 others of 500: at most a share alpha of the Runs may fail anywhere.
    [Fact]
    public void Segments_of_equal_models_fail_together_at_most_at_alpha()
    {
        const int Runs = 200;
        var failed = 0;
        for (var run = 0; run < Runs; run++)
        {
            var set = Simulated.Binary(1_500, 1_000 + run) with
            {
                Columns = new Dictionary<string, RowValues>
                {
                    ["ten"] = Cycle(1_500, 10, row => row),
                    ["three"] = Cycle(1_500, 3, row => row / 7),
                },
            };
            SegmentColumns[] declared = [Column("ten"), Column("three")];
            var gate = Gate(30, declared, [Evaluations.Metric("accuracy", (LimitKinds.MaxDrop, 0))]);
            var of = Evaluations.Of(set);
            failed += (of with { Model = of.Model with { Checks = [gate] } }).Evaluate().Any(finding => finding.Outcome == Outcome.Failed)
                ? 1
                : 0;
        }

        Assert.InRange(failed / (double)Runs, 0, 0.05 + DecisionSimulation.Noise(0.05, Runs));
    }

    private static IReadOnlyList<Finding> Evaluate(PredictionSet set, params MetricGate[] metrics) => Evaluate(set, 100, metrics);

    private static IReadOnlyList<Finding> Evaluate(PredictionSet set, long least, params MetricGate[] metrics)
    {
        var of = Evaluations.Of(set, metrics);
        return (of with { Model = of.Model with { Checks = [Gate(least, [Column("region")], metrics)] } }).Evaluate();
    }

    private static SegmentsGate Gate(long least, IReadOnlyList<SegmentColumns> declared, IReadOnlyList<MetricGate> metrics) =>
        new()
        {
            Id = "models.churn.segments",
            Place = Evaluations.Place,
            Declared = declared,
            MinDenominator = least,
            Metrics = metrics,
        };

    private static SegmentColumns Column(string name) => new([new SegmentColumn(name, [])], Evaluations.Place);

    private static RowValues Cycle(int rows, int values, Func<int, int> of) =>
        new([.. Enumerable.Range(0, values).Select(value => $"{value}")], [.. Enumerable.Range(0, rows).Select(row => of(row) % values)]);

    // A tenth of the rows is a segment in which the candidate guesses; elsewhere it is a little better than the baseline.
    private static PredictionSet Worse(string segment)
    {
        string[] regions = ["east", "north", "south", "west"];
        var set = Simulated.Binary(6_000, 5, share: 0.4, baselineNoise: 0.6, candidateNoise: 0.5);
        int[] codes = [.. Enumerable.Range(0, set.Rows).Select(row => row % 10 == 0 ? 3 : row % 3)];
        var scores = (double[])set.Candidate.Values.Clone();
        for (var row = 0; row < set.Rows; row++)
        {
            if (regions[codes[row]] == segment)
            {
                scores[row] = row / 10 % 2 == 0 ? 0.9 : 0.1;
            }
        }

        return set with
        {
            Candidate = set.Candidate with { Values = scores },
            Columns = new Dictionary<string, RowValues> { ["region"] = new(regions, codes) },
        };
    }
}
