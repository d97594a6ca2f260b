using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Statistics;

/// <summary>Influence functions against the metric itself, with the weight of one row moved.</summary>
public sealed class InfluenceTests
{
    public static TheoryData<string, string> Metrics =>
        [
            .. ModelTask.All.SelectMany(task =>
                MetricCatalog.Keys(task).Where(key => MetricCatalog.Find(key, task)!.IsSmooth).Select(key => (key, task.Key))
            ),
        ];

    [Theory]
    [InlineData("calibration-error", "binary-classification")]
    [InlineData("median-absolute-error", "regression")]
    public void What_is_not_smooth_has_no_influence_function(string key, string task) =>
        Assert.Null(
            MetricCatalog
                .Find(key, ModelTask.Find(task)!)!
                .InfluenceOver(Of(Set(ModelTask.Find(task)!, 40), [.. Enumerable.Repeat(1.0, 40)]))
        );

    [Theory]
    [MemberData(nameof(Metrics))]
    public void The_influence_of_a_row_is_the_derivative_by_its_weight(string key, string task)
    {
        const int Rows = 40;
        const double Step = 1e-4;
        var (metric, set) = (MetricCatalog.Find(key, ModelTask.Find(task)!)!, Set(ModelTask.Find(task)!, Rows));
        double[] weights = [.. Enumerable.Range(0, Rows).Select(row => 0.5 + (row % 4))];
        double[] drawn = [.. Enumerable.Range(0, Rows).Select(row => 1.0 + (row % 3))];
        var influences = new double[Rows];
        var value = metric.InfluenceOver(Of(set, weights))!.Evaluate(drawn, influences);

        double Moved(int row, double by) =>
            metric.Measure(Of(set, [.. weights.Select((weight, at) => weight * (drawn[at] + (at == row ? by : 0)))])).Value;
        Assert.Equal(Moved(0, 0), value, 1e-9);
        Assert.All(Enumerable.Range(0, Rows), row =>
            Assert.Equal((Moved(row, Step) - Moved(row, -Step)) / (2 * Step), influences[row], 1e-5)
        );
        Assert.Equal(0, influences.Zip(drawn, (influence, times) => influence * times).Sum(), 1e-6);
    }

    private static Observations Of(PredictionSet set, double[] weights) =>
        new(set.Labels, set.Candidate, set.Classes.Count, weights: weights);

    private static PredictionSet Set(ModelTask task, int rows) =>
        task switch
        {
            { HasClasses: false } => Simulated.Regression(rows, 4),
            { HasScorePerClass: true } => Simulated.Multiclass(rows, 4, 3),
            _ => Simulated.Binary(rows, 5, share: 0.5),
        };
}
