using MlGate.Estimation;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Metrics.Classification;
using MlGate.Metrics.Regression;
using MlGate.Predictions;
using MlGate.Statistics;
using static MlGate.Core.Tests.Statistics.TwinData;

namespace MlGate.Core.Tests.Statistics;

/// <summary>The bootstrap against its formulas written out.</summary>
public sealed class BootstrapTwinTests
{
    private const long Seed = 5;

    public static TheoryData<string> RowMetrics => ["pr-auc", "auc", "log-loss", "brier", "recall", "precision", "mcc"];

    [Theory]
    [MemberData(nameof(RowMetrics))]
    public void Replicates_are_the_metric_over_rows_copied_as_often_as_they_are_drawn(string key)
    {
        const int Replicates = 70;
        var metric = MetricCatalog.Find(key, ModelTask.BinaryClassification)!;
        var set = Rounded(Simulated.Binary(80, 7), decimals: 2);
        var rows = PairedObservations.From(set, 0.5);

        var fast = RowResampling.Run(rows, [metric], Seed, Replicates, threads: 1)[metric];

        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var copies = Enumerable
                .Range(0, set.Rows)
                .SelectMany(row => Enumerable.Repeat(row, PoissonWeights.Draw(Seed, rows.Streams[row], replicate)))
                .ToArray();
            Assert.Equal(Copied(metric, rows.Candidate, copies), fast.Candidate[replicate], 1e-11);
            Assert.Equal(Copied(metric, rows.Baseline!, copies), fast.Baseline![replicate], 1e-11);
        }

        var without = Enumerable
            .Range(0, set.Rows)
            .Select(omitted => Copied(metric, rows.Candidate, [.. Enumerable.Range(0, set.Rows).Where(row => row != omitted)]))
            .ToArray();
        Assert.Equal(without, fast.CandidateWithout, (one, other) => Math.Abs(one - other) < 1e-11);
    }

    [Fact]
    public void Cells_and_rows_resample_counting_metrics_alike()
    {
        var metric = new F1();
        var rows = PairedObservations.From(Simulated.Binary(1500, 8), 0.5);

        var ofCells = CellResampling.Run(ConfusionCells.From(rows)!, [metric], Seed, 4000, 1)[metric];
        var ofRows = RowResampling.Run(rows, [metric], Seed, 4000, 1)[metric];

        var (cells, slow) = (Change(ofCells), Change(ofRows));

        // A standard error from 4,000 replicates has a relative error of 1/√8,000; five of them, of a difference.
        Assert.InRange(cells.StandardError / slow.StandardError, 1 - (5 * Math.Sqrt(2.0 / 8000)), 1 + (5 * Math.Sqrt(2.0 / 8000)));
        Assert.Equal(slow.Mean, cells.Mean, 5 * Math.Sqrt(2.0 / 4000) * slow.StandardError);
    }

    [Fact]
    public void Jackknife_of_cells_is_that_of_their_rows()
    {
        var metric = new F1();
        var rows = PairedObservations.From(Simulated.Binary(100, 9), 0.5);

        var ofCells = CellResampling.Run(ConfusionCells.From(rows)!, [metric], Seed, 64, 1)[metric];
        var ofRows = RowResampling.Run(rows, [metric], Seed, 64, 1)[metric];

        var expanded = ofCells
            .CandidateWithout.Zip(ofCells.Counts!)
            .SelectMany(pair => Enumerable.Repeat(pair.First, (int)pair.Second))
            .Order();
        Assert.Equal(ofRows.CandidateWithout.Order(), expanded, (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void Bootstrap_of_a_mean_agrees_with_its_standard_error_and_with_exact_permutation()
    {
        // Ten paired differences: all 2^10 swaps of a pair's labels are the exact distribution of "no change".
        double[] old = [1.1, 0.4, 2.0, 0.9, 1.5, 0.7, 1.9, 1.2, 0.3, 1.0];
        double[] now = [1.6, 0.7, 2.1, 1.8, 1.4, 1.5, 2.2, 1.9, 0.8, 1.3];
        var change = now.Zip(old, (one, other) => one - other).ToArray();
        var observed = change.Sum();
        var exact =
            Enumerable
                .Range(0, 1 << 10)
                .Count(swaps => change.Select((value, index) => (swaps >> index & 1) == 0 ? value : -value).Sum() >= observed - 1e-12)
            / 1024.0;
        var set = new PredictionSet
        {
            Keys = [.. old.Select((_, row) => (UInt128)(row + 1))],
            Classes = [],
            Labels = new double[10],
            Candidate = new Scores(now, 1),
            Baseline = new Scores(old, 1),
        };
        var metric = new MeanAbsoluteError();

        var replicated = RowResampling.Run(PairedObservations.From(set, 0.5), [metric], Seed, 20000, 1)[metric];
        var bootstrap = replicated.OfBoth((before, after) => after - before, observed / 10, isSmooth: true);

        // Σ w x / Σ w has, to the first order, the plug-in standard error.
        var plugIn = Math.Sqrt(change.Sum(value => Math.Pow(value - (observed / 10), 2))) / 10;
        Assert.InRange(bootstrap.StandardError / plugIn, 0.9, 1.25);
        Assert.InRange(exact, 0, 0.01);
        Assert.InRange(bootstrap.PAtMost(0), 0, 0.01);
    }

    [Fact]
    public void Bca_bounds_agree_with_the_formula_written_out()
    {
        var random = new Random(10);
        var replicates = Enumerable.Range(0, 5000).Select(_ => Math.Exp(Simulated.Normal(random))).ToArray();

        var bounds = new Bca(1.2, replicates, 0.07).At(0.05);

        var sorted = replicates.Order().ToArray();
        var z0 = Gaussian.Quantile(sorted.Count(value => value < 1.2) / 5000.0);
        double At(double z)
        {
            var position = Gaussian.Cdf(z0 + ((z0 + z) / (1 - (0.07 * (z0 + z))))) * 4999;
            return sorted[(int)position] + ((position - (int)position) * (sorted[(int)position + 1] - sorted[(int)position]));
        }

        Assert.Equal(At(Gaussian.Quantile(0.05)), bounds.Lower, 1e-12);
        Assert.Equal(At(Gaussian.Quantile(0.95)), bounds.Upper, 1e-12);
    }

    [Theory]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    public void Infinite_replicates_keep_their_place_in_the_order(double infinite)
    {
        var random = new Random(12);
        double[] replicates = [.. Enumerable.Range(0, 1800).Select(_ => Simulated.Normal(random)), .. Enumerable.Repeat(infinite, 200)];

        var bootstrap = new Bca(0, replicates, double.NaN);
        var (lower, upper) = (bootstrap.At(0.05).Lower, bootstrap.At(0.05).Upper);

        // A tenth of the resamples lost everything: no 95 % bound may leave that out.
        Assert.Equal(infinite, infinite < 0 ? lower : upper);
        Assert.True(double.IsFinite(infinite < 0 ? upper : lower));
        Assert.Equal((0.0, false), (bootstrap.Undefined, bootstrap.IsConstant));
        Assert.InRange(bootstrap.StandardError, 0.9, 1.1);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.2)]
    public void P_values_of_the_bootstrap_invert_its_bounds(double alpha)
    {
        var random = new Random(11);
        var bootstrap = new Bca(0.3, [.. Enumerable.Range(0, 20000).Select(_ => 0.3 + Simulated.Normal(random))], 0.03);

        var bounds = bootstrap.At(alpha);

        Assert.Equal(alpha, bootstrap.PAtLeast(bounds.Upper), 0.001);
        Assert.Equal(alpha, bootstrap.PAtMost(bounds.Lower), 0.001);
    }

    private static Bca Change(Replicates replicates) => replicates.OfBoth((old, now) => now - old, 0, isSmooth: true);

    private static double Copied(Metric metric, Observations rows, int[] copies) =>
        metric
            .Measure(
                new Observations(
                    [.. copies.Select(row => rows.Labels[row])],
                    new Scores([.. copies.Select(row => rows.Scores.Values[row])], 1),
                    2
                )
            )
            .Value;
}
