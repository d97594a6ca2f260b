using MlGate.Estimation;
using MlGate.Metrics;
using MlGate.Metrics.Classification;
using MlGate.Metrics.Regression;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Statistics;

public sealed class ResamplingTests
{
    [Fact]
    public void Rows_of_one_group_are_drawn_together()
    {
        var set = Simulated.Regression(60, 1) with { Groups = [.. Enumerable.Range(0, 60).Select(row => row / 3)] };

        var rows = PairedObservations.From(set, 0.5);

        Assert.Equal(20, rows.Streams.Distinct().Count());
        Assert.Equal(20, rows.UnitCount);
        Assert.All(Enumerable.Range(0, 60).GroupBy(row => rows.Units[row]), group =>
            Assert.Single(group.Select(row => rows.Streams[row]).Distinct())
        );
    }

    [Fact]
    public void Rows_that_repeat_within_groups_widen_the_interval_by_the_root_of_their_number()
    {
        // Four equal copies of every row: clustered, they carry the information of one.
        var single = Simulated.Regression(200, 2);
        var order = Enumerable.Range(0, 800).Select(row => row / 4).ToArray();
        var copies = single with
        {
            Keys = [.. Enumerable.Range(0, 800).Select(row => (UInt128)(row + 1))],
            Labels = [.. order.Select(row => single.Labels[row])],
            Candidate = new([.. order.Select(row => single.Candidate.Values[row])], 1),
            Baseline = new([.. order.Select(row => single.Baseline!.Values[row])], 1),
        };

        double Error(PredictionSet set) =>
            RowResampling
                .Run(PairedObservations.From(set, 0.5), [new MeanAbsoluteError()], 3, 4000, 1)
                .Values.Single()
                .OfBoth((old, now) => now - old, 0, true)
                .StandardError;
        var (clustered, naive) = (Error(copies with { Groups = order }), Error(copies));

        // Two standard errors from 4,000 replicates each, five times theirs.
        Assert.InRange(clustered / naive, 2 * (1 - (5 * Math.Sqrt(2.0 / 8000))), 2 * (1 + (5 * Math.Sqrt(2.0 / 8000))));
    }

    [Fact]
    public void Whole_weights_count_like_copies()
    {
        var set = Simulated.Binary(50, 4);
        var weights = Enumerable.Range(0, 50).Select(row => 1.0 + (row % 3)).ToArray();
        var order = Enumerable.Range(0, 50).SelectMany(row => Enumerable.Repeat(row, (int)weights[row])).ToArray();
        Metric[] metrics = [new RocAuc(), new AveragePrecision(), new F1(), new LogLoss(), new BrierScore(), new MatthewsCorrelation()];

        foreach (var metric in metrics)
        {
            var weighted = metric.Measure(new Observations(set.Labels, set.Candidate, 2, weights: weights));
            var copied = metric.Measure(
                new Observations([.. order.Select(row => set.Labels[row])], new([.. order.Select(row => set.Candidate.Values[row])], 1), 2)
            );
            Assert.Equal(copied.Value, weighted.Value, 1e-12);
        }
    }

    [Fact]
    public void Grouped_and_single_omissions_estimate_the_same_acceleration()
    {
        // Just above and just below the number of rows from which omissions are grouped.
        double LowerShift(int count)
        {
            var rows = PairedObservations.From(Simulated.Regression(count, 5, candidateNoise: 3), 0.5);
            var replicates = RowResampling.Run(rows, [new MeanSquaredError()], 6, 640, 1).Values.Single();
            var bootstrap = replicates.OfBoth(
                (old, now) => now - old,
                replicates.Candidate.Average() - replicates.Baseline!.Average(),
                true
            );
            return bootstrap.At(0.05).Lower;
        }

        // Only that both are defined and of one size: their rows differ.
        Assert.InRange(LowerShift(5001) / LowerShift(5000), 0.9, 1.1);
    }
}
