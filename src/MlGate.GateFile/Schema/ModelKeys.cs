using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of a model.</summary>
internal static class ModelKeys
{
    public static readonly KeyDefinition<string> Path = new("path", new PathSchema("a file, relative to the gate file"))
    {
        Meaning = $"Model file: {string.Join(", or ", ModelFormats.All.Select(format => format.Description))}.",
        Example = "path: models/churn.zip",
        Required = true,
        Codes = [Diagnostics.FileNotFound, Diagnostics.NotAModel, Diagnostics.PathOutside],
    };

    public static readonly KeyDefinition<ModelTask> Task = new(
        "task",
        new ChoiceSchema<ModelTask>(ModelTask.All.ToDictionary(task => task.Key, task => (object)task))
    )
    {
        Meaning = "Task of the model. It decides which metrics exist.",
        Example = "task: binary-classification",
        Required = true,
    };

    public static readonly KeyDefinition<string> Test = new("test", new TextSchema("the name of a dataset"))
    {
        Meaning = "Test set. Baseline and candidate are always scored on the same rows.",
        Example = "test: test",
        Required = true,
        Codes = [Diagnostics.ModelsNotComparable],
    };

    public static readonly KeyDefinition<string> Label = new("label", new TextSchema("the name of a column") { OfData = true })
    {
        Meaning = "Label column in the test set.",
        Example = "label: churn",
        Required = true,
        Codes = [Diagnostics.LabelUnknown],
    };

    public static readonly KeyDefinition<string> Positive = new("positive", new TextSchema("a text") { OfData = true })
    {
        Meaning = "Positive label value, as in the data. Only for binary classification, required there.",
        Example = "positive: \"Yes\"",
        Codes = [Diagnostics.LabelUnknown],
    };

    public static readonly KeyDefinition<DecisionThreshold> Threshold = new("threshold", new ThresholdSchema())
    {
        Meaning =
            "Probabilities at or above it are predicted positive; only for binary classification. `model` is the decision of the "
            + "model: `PredictedLabel` of an ML.NET model, "
            + "`decision` or else the sign of `margin` of a file of predictions. Raw margins have no threshold.",
        Example = "threshold: 0.5",
        Default = "`model` if there is such a decision, else 0.5",
        Codes = [Diagnostics.ThresholdOnMargins, Diagnostics.DecisionDiffers],
    };

    public static readonly KeyDefinition<TimeSpan> Timeout = new("timeout", new DurationSchema(TimeSpan.FromDays(1)))
    {
        Meaning =
            "Time limit for scoring baseline and candidate together; beyond it scoring stops with an error. Not used for "
            + "a file of predictions.",
        Example = "timeout: 60s",
        Default = "300s",
        Codes = [Diagnostics.TimedOut],
    };

    public static readonly KeyDefinition<string> Primary = new("primary", new TextSchema("the name of a metric"))
    {
        Meaning = "Main metric of the model in headlines; one of `metrics`.",
        Example = "primary: auc",
        Default = "the first metric",
    };

    public static readonly KeyDefinition<string> Key = new("key", new TextSchema("the name of a column") { OfData = true })
    {
        Meaning = "For a file of predictions: key column, to join the rows of the test set.",
        Example = "key: customer_id",
        Codes = [Diagnostics.ScoreRowsDiffer],
    };

    public static readonly KeyDefinition<IReadOnlyList<NamedEntry<string>>> Score = new("score", new ScoreSchema())
    {
        Meaning =
            "For a file of predictions: column of the probability, or a map from class to column; for regression the predicted number.",
        Example = "score: p_churn",
        Codes = [Diagnostics.ScoreColumnsDiffer],
    };

    public static readonly KeyDefinition<string> Margin = new("margin", new TextSchema("the name of a column") { OfData = true })
    {
        Meaning =
            "For a file of predictions of a binary classification: column of raw margins (decision values), in addition to `score` or "
            + "instead. A margin of 0 or more is predicted positive. "
            + "Without `score`, rank metrics use the margins, and metrics of probabilities are not defined.",
        Example = "margin: score_raw",
        Codes = [Diagnostics.ScoreColumnsDiffer],
    };

    public static readonly KeyDefinition<string> Decision = new("decision", new TextSchema("the name of a column") { OfData = true })
    {
        Meaning =
            "For a file of predictions of a classification: column of predicted classes, in addition to `score` or instead. "
            + "Without `score` and `margin` only metrics of decisions are defined.",
        Example = "decision: predicted",
        Codes = [Diagnostics.ScoreColumnsDiffer, Diagnostics.LabelUnknown],
    };

    public static readonly KeyDefinition<IReadOnlyList<NamedEntry<IReadOnlyList<ListEntry<string>>>>> Inputs = new(
        "inputs",
        new NamedEntriesSchema<IReadOnlyList<ListEntry<string>>>("model input", new InputColumnsSchema()) { OfData = true }
    )
    {
        Meaning = "For a model: test set columns for an input with another name; a list fills a vector (`Features: " + "[age, income]`).",
        Example = "inputs: { Features: [age, income] }",
        Default = "columns with the same names; a vector is filled from columns with the names of its slots",
        Codes = [Diagnostics.InputColumnMissing],
    };

    public static readonly KeyDefinition<MapValue> Loader = new("loader", LoaderKeys.Map)
    {
        Meaning = "For a model: options of the training loader, so that the test set is read like the training data.",
        Example = "loader: { missing-reals-as-nans: true }",
    };

    public static readonly KeyDefinition<MapValue> Train = new("train", TrainKeys.Map)
    {
        Meaning = "Training of the model: the command of `mlgate train`, and the inputs that make the model stale.",
        Example = "train: { command: \"dotnet run --project Trainer\", reads: [datasets.train, Trainer/] }",
    };

    public static readonly KeyDefinition<IReadOnlyList<NamedEntry<MapValue>>> Metrics = new("metrics", MetricKeys.ByName)
    {
        Meaning = "Metrics and their limits. A metric with `{}` is only reported.",
        Example = "metrics: { auc: { min: 0.80, max-drop: 1pt } }",
    };

    public static readonly MapSchema Map = new(
        "model",
        [
            Path,
            Task,
            Test,
            Label,
            Positive,
            Threshold,
            Timeout,
            Primary,
            Key,
            Score,
            Margin,
            Decision,
            Inputs,
            Loader,
            Train,
            Metrics,
            .. ModelCheckSchemas.All.Select(check => check.Key),
            CommonKeys.Severity,
        ]
    );
}
