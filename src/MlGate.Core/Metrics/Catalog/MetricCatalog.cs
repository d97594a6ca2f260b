using MlGate.Metrics.Classification;
using MlGate.Metrics.Regression;

namespace MlGate.Metrics.Catalog;

/// <summary>Every metric that a gate file can name.</summary>
public static class MetricCatalog
{
    /// <summary>All metrics, in the order of the docs.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new RocAuc(),
        new AveragePrecision(),
        new Accuracy(),
        new BalancedAccuracy(),
        new Precision(),
        new Recall(),
        new Specificity(),
        new F1(),
        new FalsePositiveRate(),
        new FalseNegativeRate(),
        new MatthewsCorrelation(),
        new CohenKappa(),
        new LogLoss(),
        new BrierScore(),
        new CalibrationError(),
        new MacroF1(),
        new MicroF1(),
        new WeightedF1(),
        new MacroPrecision(),
        new MacroRecall(),
        new MacroAuc(),
        new TopThreeAccuracy(),
        new RootMeanSquaredError(),
        new MeanAbsoluteError(),
        new MeanSquaredError(),
        new MedianAbsoluteError(),
        new MeanAbsolutePercentageError(),
        new SymmetricMeanAbsolutePercentageError(),
        new RSquared(),
        new SpearmanCorrelation(),
        new MeanError(),
    ];

    /// <summary>The metric of a key, if it is defined for the task; else null.</summary>
    public static Metric? Find(string key, ModelTask task) =>
        All.FirstOrDefault(metric => metric.Key == key && metric.Tasks.Contains(task));

    /// <summary>The keys of a task, in the order of the docs: what "did you mean" chooses from.</summary>
    public static IReadOnlyList<string> Keys(ModelTask task) =>
        [.. All.Where(metric => metric.Tasks.Contains(task)).Select(metric => metric.Key)];
}
