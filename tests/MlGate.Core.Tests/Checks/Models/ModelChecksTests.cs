using MlGate.Checks.Models;
using MlGate.Checks.Models.Evaluation;
using MlGate.Checks.Models.Limits;
using MlGate.Core.Tests.Statistics;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Predictions;
using MlGate.Statistics;

namespace MlGate.Core.Tests.Checks.Models;

/// <summary>The two phases: all checks say what they need, it is estimated together, each judges.</summary>
public sealed class ModelChecksTests
{
    [Fact]
    public void A_check_of_a_segment_has_the_estimate_of_its_rows_alone()
    {
        var (set, check) = (Segmented(), new LossInSegment("west", "log-loss"));

        Evaluate(set, check);

        var alone = new LossInSegment(null, "log-loss");
        Evaluate(set.Select([.. Enumerable.Range(0, 600).Where(row => row % 3 == 0)]), alone);
        Assert.Equal(200, check.Answer!.Rows.Candidate.Rows);
        Assert.Equal(alone.Answer!.Estimate!.At(0.05), check.Answer.Estimate!.At(0.05));
        Assert.Equal(alone.Answer.Baseline, check.Answer.Baseline);
    }

    [Fact]
    public void The_losses_of_all_rows_are_one_family_whatever_check_asks()
    {
        LossInSegment[] checks = [new(null, "log-loss"), new("west", "log-loss"), new(null, "brier")];

        Evaluate(Segmented(), checks);

        double[] raw = [checks[0].Answer!.P(LossInSegment.Loss)!.Value, checks[2].Answer!.P(LossInSegment.Loss)!.Value];
        double[] adjusted = [checks[0].Answer!.AdjustedP!.Value, checks[2].Answer!.AdjustedP!.Value];
        Assert.Equal(Holm.Adjust(raw), adjusted);
        Assert.Equal([2, 1, 2], checks.Select(check => check.Answer!.Family));
    }

    [Fact]
    public void The_losses_of_segments_are_one_family_and_their_intervals_hold_together()
    {
        LossInSegment[] checks = [new("west", "log-loss"), new("east", "log-loss"), new(null, "brier")];

        Evaluate(Segmented(), checks);

        Assert.Equal([2, 2, 1], checks.Select(check => check.Answer!.Family));
        Assert.Equal(0.05, checks[2].Answer!.Alpha);

        // Two segments without a common row: Šidák's level, 1 − √0.95.
        Assert.All(checks[..2], check => Assert.Equal(1 - Math.Sqrt(0.95), check.Answer!.Alpha, 0.001));
    }

    [Fact]
    public void Findings_are_in_the_order_of_the_checks()
    {
        var judged = Evaluate(Segmented(), new LossInSegment("west", "log-loss"), new LossInSegment("east", "brier"));

        Assert.Equal(["west log-loss", "east brier"], judged.Findings.Select(finding => finding.Found));
    }

    [Theory]
    [InlineData("north", true)]
    [InlineData("west", false)]
    public void A_segment_or_a_baseline_that_is_missing_has_no_answer(string segment, bool withBaseline)
    {
        var (set, check) = (Segmented(), new LossInSegment(segment, "log-loss"));

        Evaluate(withBaseline ? set : set with { Baseline = null }, check);

        Assert.Null(check.Answer);
    }

    [Fact]
    public void Without_valid_scores_nothing_is_estimated()
    {
        var (set, check) = (Segmented(), new LossInSegment("west", "log-loss"));

        var judged = Evaluate(set with { Candidate = new Scores([double.NaN, .. set.Candidate.Values.Skip(1)], 1) }, check);

        Assert.Equal([Diagnostics.ScoreNotFinite.Code], judged.Findings.Select(finding => finding.Code));
        Assert.Null(check.Answer);
    }

    private static ModelJudgement Evaluate(PredictionSet set, params LossInSegment[] checks) =>
        ModelChecks.Evaluate(Evaluations.Of(set), checks);

    private static PredictionSet Segmented()
    {
        var set = Simulated.Binary(600, 3, candidateNoise: 1);
        return set with
        {
            Columns = new Dictionary<string, RowValues>
            {
                ["region"] = new RowValues(["east", "west"], [.. Enumerable.Range(0, 600).Select(row => row % 3 == 0 ? 1 : 0)]),
            },
        };
    }

    // What a further kind of check is: its needs, and its judgement.
    private sealed class LossInSegment(string? segment, string metric) : IModelCheck
    {
        public static readonly LossTest Loss = new(0, -1, IsInFamily: true);

        private readonly EstimateNeed need = new(
            new RowSelection(ComparedWith.Baseline, segment is null ? null : $"region={segment}"),
            new EstimateRequest(MetricCatalog.Find(metric, ModelTask.BinaryClassification)!, Estimand.Difference)
        )
        {
            Loss = Loss,
        };

        public EstimateAnswer? Answer { get; private set; }

        public IEnumerable<EstimateNeed> Needs(EvaluationSet set)
        {
            if (segment is not null)
            {
                set.Part(new SegmentColumns([new SegmentColumn("region", [])], Evaluations.Place));
            }

            return [need];
        }

        public IEnumerable<Finding> Evaluate(EvaluationSet set, Estimates estimates)
        {
            Answer = estimates.For(need);
            yield return new Finding
            {
                Code = Diagnostics.MetricMustNotDrop.Code,
                Id = "models.churn",
                Subject = "models.churn",
                Outcome = Outcome.Passed,
                Expected = "no loss",
                Found = $"{segment} {metric}",
                Place = Evaluations.Place,
            };
        }
    }
}
