namespace MlGate.Gates.Grammar;

/// <summary>What the gate file must know of a metric.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Tasks">The tasks that have it.</param>
/// <param name="HigherIsBetter">Null if neither end is better.</param>
/// <param name="IsShare">Is it a share, whose change can be written in points?</param>
/// <param name="Minimum">Smallest possible value.</param>
/// <param name="Maximum">Largest possible value.</param>
internal sealed record MetricTraits(string Name, IReadOnlyList<ModelTask> Tasks, bool? HigherIsBetter, bool IsShare, double Minimum, double Maximum);

/// <summary>The metrics that a gate file can name.</summary>
internal static class MetricNames
{
    private static readonly ModelTask[] Binary = [ModelTask.BinaryClassification];
    private static readonly ModelTask[] Both = [ModelTask.BinaryClassification, ModelTask.MulticlassClassification];
    private static readonly ModelTask[] Numbers = [ModelTask.Regression];

    public static IReadOnlyList<MetricTraits> All { get; } =
    [
        new("accuracy", Both, true, true, 0, 1),
        new("auc", Binary, true, true, 0, 1),
        new("brier", Both, false, true, 0, 1),
        new("f1", Binary, true, true, 0, 1),
        new("log-loss", Both, false, false, 0, double.PositiveInfinity),
        new("mae", Numbers, false, false, 0, double.PositiveInfinity),
        new("mcc", Both, true, false, -1, 1),
        new("precision", Binary, true, true, 0, 1),
        new("recall", Binary, true, true, 0, 1),
        new("rmse", Numbers, false, false, 0, double.PositiveInfinity),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(metric => metric.Name)];

    public static MetricTraits Of(string name) => All.First(metric => metric.Name == name);

    public static IReadOnlyList<string> For(ModelTask task) => [.. All.Where(metric => metric.Tasks.Contains(task)).Select(metric => metric.Name)];
}
