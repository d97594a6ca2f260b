using MlGate.Checks.Models.Evaluation;
using MlGate.Checks.Models.Limits;
using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Checks.Models;

/// <summary>Decisions where a test set says little.</summary>
public sealed class ScarceInformationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void The_interval_that_is_shown_and_the_decision_agree(int seed)
    {
        var random = new Random(seed);
        double[] margins = [0, 0.002, 0.02, 0.1];
        foreach (var set in Enumerable.Range(0, 6).Select(_ => Draw(random)))
        {
            // One metric at a time: a large family needs many more replicates.
            foreach (var key in MetricCatalog.Keys(Evaluations.Of(set).Model.Task))
            {
                var metric = Evaluations.Metric(key, [.. margins.Select(margin => (Kind(key, set), margin))]);

                var findings = (Evaluations.Of(set, metric) with { Alpha = 0.05 }).Evaluate();

                Assert.All(findings.Where(finding => finding.Evidence!.Interval is not null), Agrees);
            }
        }
    }

    [Fact]
    public void Few_groups_decide_nothing()
    {
        var finding = Evaluations
            .Of(ScarceData.Groups(5, 40, 1, damage: 9), Evaluations.Metric("rmse", (LimitKinds.MaxRise, 0.1)))
            .Evaluate()
            .Single();

        Assert.Equal(Outcome.Inconclusive, finding.Outcome);
        Assert.Contains("5 groups, at least 30 needed", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auc")]
    [InlineData("pr-auc")]
    [InlineData("balanced-accuracy")]
    [InlineData("kappa")]
    [InlineData("log-loss")]
    [InlineData("brier")]
    public void Few_positives_decide_nothing(string key)
    {
        foreach (var damage in new[] { 0, 1 })
        {
            var set = ScarceData.RarePositives(500, 1, damage, share: 0.02);

            var finding = Evaluations.Of(set, Evaluations.Metric(key, (Kind(key, set), 0.01))).Evaluate().Single();

            Assert.Equal(Outcome.Inconclusive, finding.Outcome);
            Assert.Contains("at least 30 needed", finding.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_candidate_that_guesses_fails_with_many_rows_several_limits_and_a_small_alpha()
    {
        var set = Simulated.Binary(750_000, 1);
        var random = new Random(2);
        MetricGate[] limits =
        [
            Evaluations.Metric("auc", (LimitKinds.MaxDrop, 0.01)),
            Evaluations.Metric("brier", (LimitKinds.MaxRise, 0.01)),
            Evaluations.Metric("log-loss", (LimitKinds.MaxRise, 0.01)),
        ];

        var findings = (
            Evaluations.Of(set with { Candidate = new Scores([.. set.Labels.Select(_ => random.NextDouble())], 1) }, limits) with
            {
                Alpha = 0.001,
            }
        ).Evaluate();

        Assert.All(findings, finding => Assert.Equal(Outcome.Failed, finding.Outcome));
    }

    [Fact]
    public void Nearly_equal_decisions_on_many_rows_pass_without_thirty_discordant_rows()
    {
        // 2,000 rows, half of them positive; 3 decisions lost and 3 gained.
        double[] labels = [.. Enumerable.Range(0, 2000).Select(row => (double)(row % 2))];
        double Score(int row, bool wrong) => wrong ^ labels[row] == 1 ? 0.9 : 0.1;
        var set = new PredictionSet
        {
            Keys = [.. labels.Select((_, row) => (UInt128)(row + 1))],
            Classes = ["No", "Yes"],
            Labels = labels,
            Candidate = new Scores([.. labels.Select((_, row) => Score(row, row % 10 == 0 || row is 11 or 13 or 15))], 1),
            Baseline = new Scores([.. labels.Select((_, row) => Score(row, row % 10 == 0 || row is 12 or 14 or 17))], 1),
        };

        var findings = Evaluations
            .Of(
                set,
                Evaluations.Metric("f1", (LimitKinds.MaxDrop, 0.02)),
                Evaluations.Metric("mcc", (LimitKinds.MaxDrop, 0.02)),
                Evaluations.Metric("precision", (LimitKinds.MaxDrop, 0.02))
            )
            .Evaluate();

        Assert.All(findings, finding =>
            Assert.Equal((Outcome.Passed, true), (finding.Outcome, finding.Evidence!.Interval!.Upper > finding.Evidence.Interval.Lower))
        );
    }

    [Fact]
    public void A_loss_from_a_perfect_area_has_an_interval_and_a_p_that_rows_can_give()
    {
        // The baseline orders all rows rightly, the candidate gives all the same score: neither varies.
        double[] labels = [.. Enumerable.Range(0, 2000).Select(row => (double)(row % 2))];
        var set = new PredictionSet
        {
            Keys = [.. labels.Select((_, row) => (UInt128)(row + 1))],
            Classes = ["No", "Yes"],
            Labels = labels,
            Candidate = new Scores([.. labels.Select(_ => 0.5)], 1),
            Baseline = new Scores([.. labels.Select((label, row) => (0.5 * label) + (0.0001 * row))], 1),
        };

        var finding = Evaluations.Of(set, Evaluations.Metric("auc", (LimitKinds.MaxDrop, 0.01))).Evaluate().Single();

        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal(1.0 / 2001, finding.Evidence!.AdjustedP!.Value, 1e-12);
        Assert.True(finding.Evidence.Interval!.Upper > finding.Evidence.Interval.Lower);
    }

    [Theory]
    [InlineData(750_000, 0.001, 3)]
    [InlineData(750_000, 0.05, 1)]
    [InlineData(100, 0.0001, 5)]
    public void Replicates_allow_a_p_below_the_level_of_the_family(int rows, double alpha, int limits)
    {
        var set = Simulated.Binary(2, 1) with { Keys = new UInt128[rows] };
        var of = Evaluations.Of(set, [.. Enumerable.Repeat(Evaluations.Metric("brier", (LimitKinds.MaxRise, 0.01)), limits)]) with
        {
            Alpha = alpha,
        };

        Assert.InRange(Estimates.Replicates(of, [.. MetricLimits.Needs(of)]), Math.Max(2000, limits / alpha), double.PositiveInfinity);
    }

    [Fact]
    public void What_the_adjustment_for_several_limits_changes_is_said()
    {
        // Recall alone would fail: p is 0.03. With three limits it is 0.09.
        var set = MetricDecisionTests.Recall(800, 12, 24, 164);
        var alone = Evaluations.Of(set, Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.001))).Evaluate()[0];

        var among = Evaluations
            .Of(
                set,
                Evaluations.Metric("recall", (LimitKinds.MaxDrop, 0.001)),
                Evaluations.Metric("auc", (LimitKinds.MaxDrop, 0.9)),
                Evaluations.Metric("brier", (LimitKinds.MaxRise, 0.9))
            )
            .Evaluate()[0];

        Assert.Equal((Outcome.Failed, Outcome.Inconclusive), (alone.Outcome, among.Outcome));
        Assert.Contains("after Holm's adjustment for 3 limits, the interval is not adjusted", among.Message, StringComparison.Ordinal);
    }

    private static void Agrees(Finding finding)
    {
        var evidence = finding.Evidence!;
        var sign = evidence.Limit!.Kind == LimitKinds.MaxRise ? -1 : 1;
        var (change, margin) = (sign * (evidence.Candidate!.Value - evidence.Baseline!.Value), evidence.Limit.Value);
        var (worst, best) =
            sign > 0
                ? (evidence.Interval!.Lower!.Value, evidence.Interval.Upper!.Value)
                : (-evidence.Interval!.Upper!.Value, -evidence.Interval.Lower!.Value);
        Assert.True(worst <= best, finding.Message);
        if (finding.Outcome == Outcome.Failed)
        {
            Assert.True(best < 0 && change < -margin && evidence.AdjustedP <= 0.05, finding.Message);
        }
        else if (finding.Outcome == Outcome.Passed)
        {
            Assert.True((worst > -margin && change >= -margin) || (worst, best) == (0, 0), finding.Message);
        }
        else if (worst > -margin && change >= -margin && finding.Outcome == Outcome.Inconclusive)
        {
            Assert.Contains("at least 30 needed", finding.Message, StringComparison.Ordinal);
        }
        else if (best < 0 && change < -margin && finding.Outcome == Outcome.Inconclusive)
        {
            Assert.Matches("at least 30 needed|after Holm's adjustment|permutation test: p", finding.Message);
        }
    }

    private static LimitKind Kind(string key, PredictionSet set) =>
        MetricCatalog.Find(key, Evaluations.Of(set).Model.Task)!.Orientation == Orientation.HigherIsBetter
            ? LimitKinds.MaxDrop
            : LimitKinds.MaxRise;

    private static PredictionSet Draw(Random random)
    {
        var (rows, seed, damage) = (random.Next(4, 260), random.Next(), random.Next(3) * 0.4);
        var set = random.Next(4) switch
        {
            0 => ScarceData.RareClass(rows, seed, damage, 0.1),
            1 => ScarceData.HeavyTails(rows, seed, damage, 3),
            2 => ScarceData.NearlyEqual(rows, seed, damage),
            _ => ScarceData.Binary(rows, seed, 0.3, 0.5, damage),
        };
        return random.Next(5) switch
        {
            0 => set with { Groups = [.. Enumerable.Range(0, rows).Select(row => row / 3)] },
            1 => set with { Weights = [.. Enumerable.Range(0, rows).Select(_ => Math.Exp(Simulated.Normal(random)))] },
            _ => set,
        };
    }
}
