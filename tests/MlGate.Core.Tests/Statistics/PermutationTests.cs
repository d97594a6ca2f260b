using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Metrics.Classification;
using MlGate.Metrics.Regression;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Statistics;

/// <summary>The permutation test against all swaps written out.</summary>
public sealed class PermutationTests
{
    // The bins of the calibration error are those of both models together: it has no twin here.
    public static TheoryData<string, string> Metrics =>
        [
            .. ModelTask.All.SelectMany(task =>
                MetricCatalog.Keys(task).Where(key => key != "calibration-error").Select(key => (key, task.Key))
            ),
        ];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Few_rows_are_swapped_in_all_combinations(string key, string task)
    {
        const int Rows = 9;
        var (set, metric) = (Set(ModelTask.Find(task)!, Rows), MetricCatalog.Find(key, ModelTask.Find(task)!)!);
        var rows = PairedObservations.From(set, 0.5);

        var result = PermutationTest.Run(new EstimateRequest(metric, Estimand.Difference), 1, rows, 1, 1 << Rows, 1);

        var changes = Enumerable.Range(0, 1 << Rows).Select(mask => Swapped(metric, rows, mask)).ToArray();
        var extreme = changes.Count(change => double.IsNaN(change) || change <= changes[0] + 1e-9);
        Assert.True(result.IsExact);
        Assert.Equal((double)extreme / changes.Length, result.P, 1e-12);
    }

    [Fact]
    public void Draws_agree_with_all_combinations()
    {
        var rows = PairedObservations.From(Simulated.Regression(14, 3, candidateNoise: 3), 0.5);
        var asked = new EstimateRequest(new MeanAbsoluteError(), Estimand.Difference);

        var (all, drawn) = (PermutationTest.Run(asked, -1, rows, 1, 1 << 14, 1), PermutationTest.Run(asked, -1, rows, 1, 10_000, 2));

        Assert.Equal((true, false, 10_000), (all.IsExact, drawn.IsExact, drawn.Count));
        Assert.InRange(drawn.P - all.P, -4 * Math.Sqrt(all.P * (1 - all.P) / 10_000), 4 * Math.Sqrt(all.P * (1 - all.P) / 10_000));
    }

    [Fact]
    public void Groups_are_swapped_as_wholes()
    {
        // Five groups: no p is below 1/32.
        var set = ScarceData.Groups(5, 40, 1, damage: 9);
        var rows = PairedObservations.From(set, 0.5);

        var result = PermutationTest.Run(new EstimateRequest(new MeanSquaredError(), Estimand.Difference), -1, rows, 1, 2000, 1);

        Assert.Equal((true, 32, 1.0 / 32), (result.IsExact, result.Count, result.P));
    }

    [Fact]
    public void The_order_of_rows_and_threads_do_not_matter()
    {
        var set = Simulated.Binary(300, 5, candidateNoise: 0.8);
        double P(PredictionSet of, int threads) =>
            PermutationTest
                .Run(
                    new EstimateRequest(new AveragePrecision(), Estimand.Difference),
                    1,
                    PairedObservations.From(of, 0.5),
                    7,
                    2000,
                    threads
                )
                .P;

        Assert.Equal(P(set, 1), P(Simulated.Shuffled(set, 2), 3));
    }

    private static PredictionSet Set(ModelTask task, int rows) =>
        task switch
        {
            { HasClasses: false } => Simulated.Regression(rows, 4, candidateNoise: 2),
            { HasScorePerClass: true } => Simulated.Multiclass(rows, 4, 3),
            _ => Simulated.Binary(rows, 5, share: 0.5, candidateNoise: 2),
        };

    // Scores that only order rows are swapped as their ranks within the model.
    private static double Swapped(Metric metric, PairedObservations rows, int mask)
    {
        var (now, old) = (Scores(metric, rows.Candidate), Scores(metric, rows.Baseline!));
        var columns = rows.Candidate.Scores.Columns;
        var (first, second) = ((double[])now.Clone(), (double[])old.Clone());
        for (var index = 0; index < first.Length; index++)
        {
            if (((mask >> (index / columns)) & 1) == 1)
            {
                (first[index], second[index]) = (second[index], first[index]);
            }
        }

        double Value(double[] scores) =>
            metric.Measure(new Observations(rows.Candidate.Labels, new Scores(scores, columns), rows.Candidate.Classes)).Value;
        return Value(first) - Value(second);
    }

    private static double[] Scores(Metric metric, Observations rows)
    {
        var (values, columns) = (rows.Scores.Values, rows.Scores.Columns);
        return !metric.ReadsOnlyOrder
            ? values
            :
            [
                .. values.Select(
                    (value, index) => (double)values.Where((other, at) => at % columns == index % columns && other < value).Count()
                ),
            ];
    }
}
