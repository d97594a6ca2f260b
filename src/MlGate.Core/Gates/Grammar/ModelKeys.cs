using MlGate.Findings;
using MlGate.Metrics;

namespace MlGate.Gates.Grammar;

/// <summary>Keys of a model.</summary>
internal static class ModelKeys
{
    public static readonly Key<string> Path = new("path", new PathKind("a file, relative to the gate file"))
    {
        Meaning = "The model: an ML.NET `.zip`, or a file of predictions (CSV, TSV, Parquet, JSON lines).",
        Example = "path: models/churn.zip",
        Required = true,
        Codes = [Diagnostics.FileNotFound, Diagnostics.NotAModel, Diagnostics.PathOutside],
    };

    public static readonly Key<ModelTask> Task = new("task", new ChoiceKind<ModelTask>(Words.Of<ModelTask>()))
    {
        Meaning = "What the model predicts. It says which metrics there are.",
        Example = "task: binary-classification",
        Required = true,
    };

    public static readonly Key<string> Test = new("test", new TextKind("the name of a dataset"))
    {
        Meaning = "The dataset that the model is judged on. Baseline and candidate are always scored on the same rows.",
        Example = "test: test",
        Required = true,
        Codes = [Diagnostics.ModelsNotComparable],
    };

    public static readonly Key<string> Label = new("label", new TextKind("the name of a column") { OfData = true })
    {
        Meaning = "The label's column in the test set.",
        Example = "label: churn",
        Required = true,
        Codes = [Diagnostics.LabelUnknown],
    };

    public static readonly Key<string> Positive = new("positive", new TextKind("a text") { OfData = true })
    {
        Meaning = "The label's positive value as it stands in the data; required for binary classification, and only there.",
        Example = "positive: \"Yes\"",
        Codes = [Diagnostics.LabelUnknown],
    };

    public static readonly Key<Quantity> Threshold = new("threshold", QuantityKind.Share(Bounds.Share))
    {
        Meaning = "Probabilities at or above it are predicted positive; only for binary classification. Scores of a model that is not calibrated (raw margins) are cut at 0 instead.",
        Example = "threshold: 0.5",
        Default = "0.5",
    };

    public static readonly Key<TimeSpan> Timeout = new("timeout", new DurationKind(TimeSpan.FromDays(1)))
    {
        Meaning = "Longest time for scoring the model, baseline and candidate together; then scoring is ended with an error. Not used for a file of predictions.",
        Example = "timeout: 60s",
        Default = "300s",
        Codes = [Diagnostics.TimedOut],
    };

    public static readonly Key<string> Primary = new("primary", new TextKind("the name of a metric"))
    {
        Meaning = "The metric that speaks for the model in headlines; one of `metrics`.",
        Example = "primary: auc",
        Default = "the first metric",
    };

    public static readonly Key<string> Key = new("key", new TextKind("the name of a column") { OfData = true })
    {
        Meaning = "For a file of predictions: the column that joins it to the rows of the test set.",
        Example = "key: customer_id",
        Codes = [Diagnostics.ScoreRowsDiffer],
    };

    public static readonly Key<IReadOnlyList<Named<string>>> Score = new("score", new ScoreKind())
    {
        Meaning = "For a file of predictions: the score's column, or a map from class to column.",
        Example = "score: p_churn",
        Codes = [Diagnostics.ScoreColumnsDiffer],
    };

    public static readonly Key<MapValue> Train = new("train", TrainKeys.Map)
    {
        Meaning = "How the model is trained: what `mlgate train` runs, and what makes the model stale.",
        Example = "train: { command: \"dotnet run --project Trainer\", reads: [datasets.train, Trainer/] }",
    };

    public static readonly Key<IReadOnlyList<Named<MapValue>>> Metrics = new("metrics", new NamedKind<MapValue>("metric", MetricKeys.Map) { Known = [.. MetricCatalog.All.Select(metric => metric.Key).Distinct()] })
    {
        Meaning = "The metrics and their limits. A metric with `{}` is only reported.",
        Example = "metrics: { auc: { min: 0.80, max-drop: 1pt } }",
    };

    public static readonly MapKind Map = new("model", Path, Task, Test, Label, Positive, Threshold, Timeout, Primary, Key, Score, Train, Metrics, CommonKeys.Severity);
}
