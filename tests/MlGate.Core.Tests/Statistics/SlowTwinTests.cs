using MlGate.Estimation;
using MlGate.Metrics;
using MlGate.Metrics.Classification;
using MlGate.Metrics.Regression;
using MlGate.Predictions;
using static MlGate.Core.Tests.Statistics.TwinData;

namespace MlGate.Core.Tests.Statistics;

/// <summary>Every fast way against a slow, obvious one.</summary>
public sealed class SlowTwinTests
{
    [Theory]
    [InlineData(40, 1)]
    [InlineData(200, 2)]
    [InlineData(200, 3)]
    public void Auc_is_the_share_of_pairs_that_are_ordered_right(int rows, int seed)
    {
        var set = Rounded(Simulated.Binary(rows, seed), decimals: 1);

        var auc = new RocAuc().Measure(Rows(set));

        Assert.Equal(PairwiseAuc(set.Labels, set.Candidate.Values), auc.Value, 1e-12);
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(200, 2)]
    public void DeLong_agrees_with_its_definition_over_all_pairs(int rows, int seed)
    {
        var set = Rounded(Simulated.Binary(rows, seed, share: 0.4), decimals: 1);

        var fast = DeLong.From(new RocAuc(), PairedObservations.From(set, 0.5));

        // DeLong, DeLong and Clarke-Pearson 1988: structural components over all m × n pairs.
        var (positives, negatives) = (Where(set, 1), Where(set, 0));
        double Wins(double[] scores, int positive, int negative) =>
            scores[positive] > scores[negative] ? 1
            : scores[positive] == scores[negative] ? 0.5
            : 0;
        double[] OfPositives(double[] scores) =>
            [.. positives.Select(positive => negatives.Average(negative => Wins(scores, positive, negative)))];
        double[] OfNegatives(double[] scores) =>
            [.. negatives.Select(negative => positives.Average(positive => Wins(scores, positive, negative)))];
        var (old, now) = (set.Baseline!.Values, set.Candidate.Values);
        double Slow(double[] one, double[] other) =>
            (Covariance(OfPositives(one), OfPositives(other)) / positives.Length)
            + (Covariance(OfNegatives(one), OfNegatives(other)) / negatives.Length);
        Assert.Equal(Slow(old, old), fast.BaselineVariance, 1e-14);
        Assert.Equal(Slow(now, now), fast.CandidateVariance, 1e-14);
        Assert.Equal(Slow(old, now), fast.Covariance, 1e-14);
    }

    [Fact]
    public void Macro_auc_is_the_mean_of_the_classes_against_the_rest()
    {
        var set = Simulated.Multiclass(120, 4, classes: 3);
        var rows = new Observations(set.Labels, set.Candidate, 3);

        var fast = new MacroAuc().Measure(rows);

        var slow = Enumerable
            .Range(0, 3)
            .Average(of =>
                PairwiseAuc(
                    [.. set.Labels.Select(label => label == of ? 1.0 : 0)],
                    [.. Enumerable.Range(0, 120).Select(row => rows.Score(row, of))]
                )
            );
        Assert.Equal(slow, fast.Value, 1e-12);
        Assert.Equal(slow, DeLong.From(new MacroAuc(), PairedObservations.From(set, 0.5)).Candidate, 1e-12);
    }

    [Fact]
    public void Average_precision_is_the_sum_over_thresholds()
    {
        var set = Rounded(Simulated.Binary(150, 5), decimals: 1);

        var fast = new AveragePrecision().Measure(Rows(set));

        var (slow, before, positives) = (0.0, 0.0, set.Labels.Sum());
        foreach (var threshold in set.Candidate.Values.Distinct().OrderDescending())
        {
            var found = Enumerable.Range(0, set.Rows).Where(row => set.Candidate.Values[row] >= threshold).ToList();
            var recall = found.Sum(row => set.Labels[row]) / positives;
            slow += (recall - before) * found.Average(row => set.Labels[row]);
            before = recall;
        }

        Assert.Equal(slow, fast.Value, 1e-12);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Median_is_the_middle_of_the_sorted_errors(int rows)
    {
        var set = Simulated.Regression(rows, 6);

        var fast = new MedianAbsoluteError().Measure(new Observations(set.Labels, set.Candidate, 0));

        var sorted = Enumerable.Range(0, rows).Select(row => Math.Abs(set.Candidate.Values[row] - set.Labels[row])).Order().ToArray();
        Assert.Equal((sorted[rows / 2] + sorted[(rows - 1) / 2]) / 2, fast.Value, 1e-12);
    }

    private static Observations Rows(PredictionSet set) => new(set.Labels, set.Candidate, 2);

    private static int[] Where(PredictionSet set, int label) => [.. Enumerable.Range(0, set.Rows).Where(row => set.Labels[row] == label)];

    private static double PairwiseAuc(double[] labels, double[] scores)
    {
        var (wins, pairs) = (0.0, 0L);
        for (var positive = 0; positive < labels.Length; positive++)
        {
            for (var negative = 0; negative < labels.Length; negative++)
            {
                if (labels[positive] == 1 && labels[negative] == 0)
                {
                    pairs++;
                    wins +=
                        scores[positive] > scores[negative] ? 1
                        : scores[positive] == scores[negative] ? 0.5
                        : 0;
                }
            }
        }

        return wins / pairs;
    }

    private static double Covariance(double[] one, double[] other)
    {
        var (mean, otherMean) = (one.Average(), other.Average());
        return one.Zip(other, (x, y) => (x - mean) * (y - otherMean)).Sum() / (one.Length - 1);
    }
}
