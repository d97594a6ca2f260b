using System.Text.Json;
using MlGate.Checks.Models;
using MlGate.Core.Tests.Checks.Models;
using MlGate.Core.Tests.Statistics;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Metrics.Classification;
using MlGate.Plots;
using MlGate.Predictions;
using MlGate.Statistics;

namespace MlGate.Core.Tests.Pictures;

public sealed class ModelPicturesTests
{
    public static TheoryData<int> Sizes => [30, 400, 5_000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Curves_of_a_hundred_points_keep_the_shape_of_all(int rows)
    {
        var set = Simulated.Binary(rows, seed: rows);

        var picture = Picture(set)!;

        foreach (
            var (pair, all) in new[]
            {
                (picture.Roc!, (Func<Scores, List<(double X, double Y)>>)(scores => Roc(set, scores))),
                (picture.PrecisionRecall!, scores => PrecisionRecall(set, scores)),
            }
        )
        {
            foreach (var (curve, scores) in new[] { (pair.Candidate, set.Candidate), (pair.Baseline!, set.Baseline!) })
            {
                Assert.InRange(curve.X.Count, 2, ModelPlots.MostPoints);
                Assert.Equal(curve.X.Order(), curve.X);
                Assert.All(all(scores), point => Assert.True(Distance(curve, point) < 0.02, $"{point} lies {Distance(curve, point)} off"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_area_under_the_drawn_curve_is_the_metric(int rows)
    {
        var set = Simulated.Binary(rows, seed: rows + 1);

        var curve = Picture(set)!.Roc!.Candidate;

        var area = Enumerable.Range(1, curve.X.Count - 1).Sum(at => (curve.X[at] - curve.X[at - 1]) * (curve.Y[at] + curve.Y[at - 1]) / 2);
        Assert.Equal(new RocAuc().Measure(Rows(set, set.Candidate)).Value, area, 0.004);
    }

    [Fact]
    public void The_dot_stands_where_the_threshold_puts_the_metrics()
    {
        var set = Simulated.Binary(3_000, seed: 5);

        var picture = Picture(set)!;

        var rows = Rows(set, set.Candidate);
        Assert.Equal(new Recall().Measure(rows).Value, picture.Roc!.Candidate.Decision!.Y, 1e-5);
        Assert.Equal(1 - new Specificity().Measure(rows).Value, picture.Roc.Candidate.Decision.X, 1e-5);
        Assert.Equal(new Precision().Measure(rows).Value, picture.PrecisionRecall!.Candidate.Decision!.Y, 1e-5);
        Assert.Equal(new Recall().Measure(rows).Value, picture.PrecisionRecall.Candidate.Decision.X, 1e-5);
    }

    [Fact]
    public void A_model_that_predicts_no_positive_has_no_dot()
    {
        var set = Simulated.Binary(200, seed: 6);
        set = set with { Candidate = new Scores([.. set.Candidate.Values.Select(score => score * 0.4)], 1) };

        Assert.Null(Picture(set)!.Roc!.Candidate.Decision);
        Assert.NotNull(Picture(set)!.Roc!.Baseline!.Decision);
    }

    [Fact]
    public void Weights_count_in_curves_and_bins()
    {
        var set = Simulated.Binary(500, seed: 7);
        var twice = Enumerable.Range(0, 500).SelectMany(row => row % 3 == 0 ? new[] { row, row } : [row]).ToArray();
        var repeated = new PredictionSet
        {
            Keys = [.. twice.Select((row, at) => set.Keys[row] + (UInt128)at)],
            Classes = set.Classes,
            Labels = [.. twice.Select(row => set.Labels[row])],
            Candidate = new Scores([.. twice.Select(row => set.Candidate.Values[row])], 1),
        };

        var weighted = Picture(
            set with
            {
                Weights = [.. Enumerable.Range(0, 500).Select(row => row % 3 == 0 ? 2.0 : 1.0)],
                Baseline = null,
            }
        )!;

        Assert.Equal(JsonSerializer.Serialize(Picture(repeated)!.Roc), JsonSerializer.Serialize(weighted.Roc));
        Assert.All(weighted.Reliability!.Candidate, bin => Assert.Null(bin.Lower));
    }

    [Fact]
    public void Reliability_says_what_a_slow_count_says()
    {
        var set = Simulated.Binary(1_000, seed: 8);

        var bins = Picture(set)!.Reliability!.Candidate;

        var sorted = set.Candidate.Values.Zip(set.Labels).OrderBy(row => row.First).ToList();
        Assert.Equal(15, bins.Count);
        Assert.Equal(1_000, bins.Sum(bin => bin.Rows));
        var start = 0;
        foreach (var bin in bins)
        {
            var rows = sorted.GetRange(start, (int)bin.Rows);
            start += (int)bin.Rows;
            Assert.Equal(rows.Average(row => row.First), bin.Predicted, 1e-5);
            Assert.Equal(rows.Average(row => row.Second), bin.Observed, 1e-5);
            Assert.Equal(Wilson.Interval(rows.Sum(row => row.Second), rows.Count, 0.05).Lower, bin.Lower!.Value, 1e-5);
            Assert.InRange(bin.Observed, bin.Lower.Value, bin.Upper!.Value);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Flips_are_those_of_the_decisions(int classes)
    {
        var set = classes == 2 ? Simulated.Binary(800, seed: 9) : Simulated.Multiclass(800, seed: 9, classes);
        int Decision(Scores scores, int row) =>
            classes == 2
                ? scores.Values[row] >= 0.5
                    ? 1
                    : 0
                : Enumerable.Range(0, classes).MaxBy(of => scores.Values[(row * classes) + of]);

        var flips = Picture(set)!.Flips!;

        var rows = Enumerable
            .Range(0, 800)
            .Select(row => (Label: (int)set.Labels[row], Old: Decision(set.Baseline!, row), New: Decision(set.Candidate, row)))
            .ToList();
        PairedTable Count(Func<int, bool> counts) =>
            new(
                rows.Count(row => counts(row.Label) && row.Old == row.Label && row.New == row.Label),
                rows.Count(row => counts(row.Label) && row.Old != row.Label && row.New == row.Label),
                rows.Count(row => counts(row.Label) && row.Old == row.Label && row.New != row.Label),
                rows.Count(row => counts(row.Label) && row.Old != row.Label && row.New != row.Label)
            );
        Assert.Equal(Count(_ => true), flips.Right);
        Assert.Equal(rows.Count(row => row.Old != row.New), flips.Changed);
        Assert.Equal(McNemar.MidP(flips.Right.Gained, flips.Right.Lost), flips.P);
        Assert.Equal(classes == 2 ? Count(label => label == 1) : null, flips.Positives);
        Assert.Equal(classes == 2 ? Count(label => label == 0) : null, flips.Negatives);
    }

    [Fact]
    public void Groups_leave_out_what_does_not_hold_for_them()
    {
        var set = Simulated.Binary(300, seed: 10) with { Groups = [.. Enumerable.Range(0, 300).Select(row => row / 3)] };

        var picture = Picture(set)!;

        Assert.Null(picture.Flips!.P);
        Assert.All(picture.Reliability!.Candidate, bin => Assert.Null(bin.Upper));
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing()
    {
        var set = Simulated.Binary(700, seed: 11);

        // Ties, too, and scores that differ in their last bits only.
        set = set with { Candidate = new Scores([.. set.Candidate.Values.Select(score => Math.Round(score, 2))], 1) };

        Assert.Equal(JsonSerializer.Serialize(Picture(set)), JsonSerializer.Serialize(Picture(Simulated.Shuffled(set, 1))));
    }

    [Fact]
    public void What_has_no_picture_has_none()
    {
        var set = Simulated.Binary(100, seed: 12);
        var margins = Picture(set with { Candidate = set.Candidate with { Calibrated = false } })!;
        var alone = Picture(set with { Baseline = null })!;
        var oneClass = Picture(set with { Labels = [.. set.Labels.Select(_ => 1.0)] })!;
        var several = Picture(Simulated.Multiclass(100, seed: 12))!;

        Assert.Null(Picture(Simulated.Regression(100, seed: 12)));
        Assert.Null(margins.Reliability);
        Assert.NotNull(margins.Roc);
        Assert.Null(alone.Flips);
        Assert.Null(alone.Roc!.Baseline);
        Assert.Null(oneClass.Roc);
        Assert.NotNull(oneClass.Flips);
        Assert.Null(several.Roc);
        Assert.NotNull(several.Reliability);
    }

    [Fact]
    public void Scores_that_are_none_are_not_drawn()
    {
        var set = Simulated.Binary(100, seed: 13);

        var broken = ModelChecks.Evaluate(
            Evaluations.Of(
                set with
                {
                    Candidate = new Scores([.. set.Candidate.Values.Select(_ => double.NaN)], 1),
                },
                Evaluations.Metric("auc", (LimitKinds.Min, 0.5))
            )
        );
        var brokenBaseline = ModelChecks.Evaluate(
            Evaluations.Of(
                set with
                {
                    Baseline = new Scores([.. set.Candidate.Values.Select(_ => 2.0)], 1),
                },
                Evaluations.Metric("auc", (LimitKinds.Min, 0.5))
            )
        );

        Assert.Null(broken.Rows);
        var drawn = ModelPlotBuilder.Create(brokenBaseline.Rows!, ModelTask.BinaryClassification, 0.05)!;
        Assert.NotNull(drawn.Roc);
        Assert.Null(drawn.Flips);
    }

    private static ModelPlots? Picture(PredictionSet set) =>
        ModelPlotBuilder.Create(
            PairedObservations.From(set, 0.5),
            set.Classes.Count == 0 ? ModelTask.Regression
                : set.Classes.Count == 2 ? ModelTask.BinaryClassification
                : ModelTask.MulticlassClassification,
            0.05
        );

    private static Observations Rows(PredictionSet set, Scores scores) => new(set.Labels, scores, set.Classes.Count);

    private static List<(double X, double Y)> Roc(PredictionSet set, Scores scores) =>
        [.. Cuts(set, scores).Select(cut => (cut.False / (double)set.Labels.Count(label => label == 0), cut.True / set.Labels.Sum()))];

    private static List<(double X, double Y)> PrecisionRecall(PredictionSet set, Scores scores) =>
        [.. Cuts(set, scores).Select(cut => (cut.True / set.Labels.Sum(), cut.True / (double)(cut.True + cut.False)))];

    // After each distinct score from the top down: positives and negatives so far.
    private static IEnumerable<(int True, int False)> Cuts(PredictionSet set, Scores scores)
    {
        var (hits, alarms) = (0, 0);
        foreach (var tie in scores.Values.Zip(set.Labels).GroupBy(row => row.First).OrderByDescending(tie => tie.Key))
        {
            hits += tie.Count(row => row.Second == 1);
            alarms += tie.Count(row => row.Second == 0);
            yield return (hits, alarms);
        }
    }

    private static double Distance(Curve curve, (double X, double Y) point) =>
        Enumerable
            .Range(1, curve.X.Count - 1)
            .Min(at =>
            {
                var (fromX, fromY, dx, dy) = (
                    curve.X[at - 1],
                    curve.Y[at - 1],
                    curve.X[at] - curve.X[at - 1],
                    curve.Y[at] - curve.Y[at - 1]
                );
                var length = (dx * dx) + (dy * dy);
                var along = length == 0 ? 0 : Math.Clamp((((point.X - fromX) * dx) + ((point.Y - fromY) * dy)) / length, 0, 1);
                return Math.Sqrt(Math.Pow(point.X - fromX - (along * dx), 2) + Math.Pow(point.Y - fromY - (along * dy), 2));
            });
}
