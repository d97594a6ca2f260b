using MlGate.Core.Tests.Checks.Models;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Metrics.Regression;
using MlGate.Predictions;
using MlGate.Statistics;
using static MlGate.Core.Tests.Statistics.TwinData;

namespace MlGate.Core.Tests.Statistics;

/// <summary>Spearman's rank correlation against published values, and against Pearson's correlation of ranks that are counted.</summary>
public sealed class SpearmanTests
{
    private const long Seed = 5;
    private static readonly SpearmanCorrelation Metric = new();

    // Ten intelligence quotients and hours of television a week (Wikipedia, "Spearman's rank correlation coefficient"): −29/165.
    // The cars of R's mtcars: cor(mpg, hp, method = "spearman") = −0.8946646, with ties in both.
    [Theory]
    [InlineData(
        new double[] { 106, 100, 86, 101, 99, 103, 97, 113, 112, 110 },
        new double[] { 7, 27, 2, 50, 28, 29, 20, 12, 6, 17 },
        -0.1757575757575758
    )]
    [InlineData(
        new double[]
        {
            21,
            21,
            22.8,
            21.4,
            18.7,
            18.1,
            14.3,
            24.4,
            22.8,
            19.2,
            17.8,
            16.4,
            17.3,
            15.2,
            10.4,
            10.4,
            14.7,
            32.4,
            30.4,
            33.9,
            21.5,
            15.5,
            15.2,
            13.3,
            19.2,
            27.3,
            26,
            30.4,
            15.8,
            19.7,
            15,
            21.4,
        },
        new double[]
        {
            110,
            110,
            93,
            110,
            175,
            105,
            245,
            62,
            95,
            123,
            123,
            180,
            180,
            180,
            205,
            215,
            230,
            66,
            52,
            65,
            97,
            150,
            150,
            245,
            175,
            66,
            91,
            113,
            264,
            175,
            335,
            109,
        },
        -0.8946646
    )]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 10, 20, 4000 }, 1)]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 3, 2, -1 }, -1)]
    public void It_has_the_published_values(double[] labels, double[] predictions, double expected) =>
        Assert.Equal(expected, Metric.Measure(new Observations(labels, new Scores(predictions, 1), 0)).Value, 5e-8);

    [Theory]
    [InlineData(40, 1)]
    [InlineData(200, 2)]
    public void It_is_Pearsons_correlation_of_the_mid_ranks(int rows, int seed)
    {
        var set = Tied(rows, seed);

        var fast = Metric.Measure(new Observations(set.Labels, set.Candidate, 0));

        Assert.Equal(Slow(set.Labels, set.Candidate.Values), fast.Value, 1e-12);
    }

    [Fact]
    public void Whole_weights_count_like_copies()
    {
        var set = Tied(60, 3);
        var weights = Enumerable.Range(0, 60).Select(row => 1.0 + (row % 3)).ToArray();
        var copies = Enumerable.Range(0, 60).SelectMany(row => Enumerable.Repeat(row, (int)weights[row])).ToArray();

        var weighted = Metric.Measure(new Observations(set.Labels, set.Candidate, 0, weights: weights));

        Assert.Equal(Copied(set.Labels, set.Candidate.Values, copies), weighted.Value, 1e-12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Replicates_rank_the_rows_anew_that_are_drawn(bool isWeighted)
    {
        // More rows than one tile has, so that ties go over its border.
        const int Rows = 300;
        const int Replicates = 70;
        double[] weights = [.. Enumerable.Range(0, Rows).Select(row => isWeighted ? 1.0 + (row % 3) : 1)];
        var rows = PairedObservations.From(Tied(Rows, 4) with { Weights = isWeighted ? weights : null }, 0.5);

        var fast = RowResampling.Run(rows, [Metric], Seed, Replicates, threads: 1)[Metric];

        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var copies = Enumerable
                .Range(0, Rows)
                .SelectMany(row =>
                    Enumerable.Repeat(row, (int)rows.Candidate.Weight(row) * PoissonWeights.Draw(Seed, rows.Streams[row], replicate))
                )
                .ToArray();
            Assert.Equal(Copied(rows.Candidate.Labels, rows.Candidate.Scores.Values, copies), fast.Candidate[replicate], 1e-11);
            Assert.Equal(Copied(rows.Candidate.Labels, rows.Baseline!.Scores.Values, copies), fast.Baseline![replicate], 1e-11);
        }
    }

    [Theory]
    [InlineData("all labels are equal", new double[] { 2, 2, 2 }, new double[] { 1, 2, 3 })]
    [InlineData("all predictions are equal", new double[] { 1, 2, 3 }, new double[] { 4, 4, 4 })]
    public void Without_an_order_it_is_undefined(string reason, double[] labels, double[] predictions) =>
        Assert.Equal(reason, Metric.Measure(new Observations(labels, new Scores(predictions, 1), 0)).Undefined);

    [Fact]
    public void A_resample_of_equal_predictions_is_undefined()
    {
        var set = new PredictionSet
        {
            Keys = [1, 2],
            Classes = [],
            Labels = [1, 2],
            Candidate = new Scores([1, 2], 1),
        };

        var replicates = RowResampling.Run(PairedObservations.From(set, 0.5), [Metric], Seed, 640, 1)[Metric];

        // Both rows are drawn with a chance of (1 − 1/e)²: 0.4; a standard error of its share is 0.02.
        Assert.InRange(replicates.Candidate.Count(value => value == 1) / 640.0, 0.3, 0.5);
        Assert.Equal(640, replicates.Candidate.Count(value => value == 1 || double.IsNaN(value)));
    }

    [Fact]
    public void Two_perfect_orders_do_not_differ_whatever_is_drawn()
    {
        var set = Simulated.Regression(3000, 6);
        set = set with { Candidate = new Scores(set.Labels, 1), Baseline = new Scores([.. set.Labels.Select(Math.Exp)], 1) };

        var finding = Evaluations.Of(set, Evaluations.Metric("spearman", (LimitKinds.MaxDrop, 0.01))).Evaluate()[0];

        Assert.Equal((Outcome.Passed, 1.0, 1.0), (finding.Outcome, finding.Evidence!.Baseline!.Value, finding.Evidence.Candidate!.Value));
        Assert.StartsWith("no resample differs", finding.Evidence.Interval!.Method, StringComparison.Ordinal);
    }

    private static PredictionSet Tied(int rows, int seed)
    {
        var set = Rounded(Simulated.Regression(rows, seed), decimals: 0);
        return set with { Labels = [.. set.Labels.Select(label => Math.Round(label))] };
    }

    private static double Copied(double[] labels, double[] predictions, int[] copies) =>
        Slow([.. copies.Select(row => labels[row])], [.. copies.Select(row => predictions[row])]);

    private static double Slow(double[] labels, double[] predictions)
    {
        var (x, y) = (Ranks(labels), Ranks(predictions));
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (one, other) => (one - meanX) * (other - meanY)).Sum()
            / Math.Sqrt(x.Sum(one => (one - meanX) * (one - meanX)) * y.Sum(other => (other - meanY) * (other - meanY)));
    }

    private static double[] Ranks(double[] values) =>
        Array.ConvertAll(values, value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0));
}
