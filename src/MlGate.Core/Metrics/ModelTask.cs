namespace MlGate.Metrics;

/// <summary>
/// What a model predicts: what the gate file, the scores and the checks must know of it. The rows are its static members.
/// </summary>
public sealed class ModelTask
{
    private ModelTask() { }

    /// <summary>One of two classes, with the probability of the positive one.</summary>
    public static ModelTask BinaryClassification { get; } =
        new()
        {
            Key = "binary-classification",
            HasClasses = true,
            HasPositive = true,
            GateKeys = ["positive", "threshold", "margin", "decision"],
            UsualMetrics = ["auc", "recall", "log-loss", "brier"],
        };

    /// <summary>One of several classes, with a probability each.</summary>
    public static ModelTask MulticlassClassification { get; } =
        new()
        {
            Key = "multiclass-classification",
            HasClasses = true,
            GateKeys = ["decision"],
            UsualMetrics = ["macro-f1", "accuracy", "log-loss"],
        };

    /// <summary>A number.</summary>
    public static ModelTask Regression { get; } =
        new()
        {
            Key = "regression",
            GateKeys = [],
            UsualMetrics = ["rmse", "mae", "r2"],
        };

    /// <summary>All tasks, in the order of the docs.</summary>
    public static IReadOnlyList<ModelTask> All { get; } = [BinaryClassification, MulticlassClassification, Regression];

    /// <summary>Its word in the gate file.</summary>
    public required string Key { get; init; }

    /// <summary>True if a label is one of some classes, false if it is a number.</summary>
    public bool HasClasses { get; private init; }

    /// <summary>True if there are two classes, and one score for the positive one.</summary>
    public bool HasPositive { get; private init; }

    /// <summary>True if there is a score for every class.</summary>
    public bool HasScorePerClass => HasClasses && !HasPositive;

    /// <summary>Keys of a model in the gate file that not all tasks have.</summary>
    public required IReadOnlyList<string> GateKeys { get; init; }

    /// <summary>The metrics that a first gate file proposes, the primary one first.</summary>
    public required IReadOnlyList<string> UsualMetrics { get; init; }

    /// <summary>The task of a word; null if there is none.</summary>
    public static ModelTask? Find(string key) => All.FirstOrDefault(task => task.Key == key);

    /// <summary>The word.</summary>
    public override string ToString() => Key;
}
