namespace MlGate.Findings;

// MLG4xxx: models: 40xx loading and scoring, 41xx metrics
public static partial class Diagnostics
{
    /// <summary>Missing, NaN or infinite score.</summary>
    public static readonly Diagnostic ScoreNotFinite = new("MLG4001", "Missing, NaN or infinite score", ExitCode.Failed);

    /// <summary>Score out of range.</summary>
    public static readonly Diagnostic ScoreOutOfRange = new("MLG4002", "Score out of range", ExitCode.Failed);

    /// <summary>Unknown label.</summary>
    public static readonly Diagnostic LabelUnknown = new("MLG4003", "Unknown label", ExitCode.Failed);

    /// <summary>Wrong number of scored rows.</summary>
    public static readonly Diagnostic ScoreRowsDiffer = new("MLG4004", "Wrong number of scored rows", ExitCode.Failed);

    /// <summary>Wrong score columns.</summary>
    public static readonly Diagnostic ScoreColumnsDiffer = new("MLG4005", "Wrong score columns", ExitCode.Failed);

    /// <summary>Scores are not reproducible.</summary>
    public static readonly Diagnostic ScoreNotDeterministic = new("MLG4006", "Scores are not reproducible", ExitCode.Undecided);

    /// <summary>Input column missing from the test set.</summary>
    public static readonly Diagnostic InputColumnMissing = new("MLG4010", "Input column missing from the test set", ExitCode.Undecided);

    /// <summary>Baseline and candidate not comparable.</summary>
    public static readonly Diagnostic ModelsNotComparable = new("MLG4011", "Baseline and candidate not comparable", ExitCode.Undecided);

    /// <summary>Probability threshold for raw margins.</summary>
    public static readonly Diagnostic ThresholdOnMargins = new("MLG4012", "Probability threshold for raw margins", ExitCode.Undecided);

    /// <summary>Unreadable feature values.</summary>
    public static readonly Diagnostic FeaturesNotRead = new("MLG4013", "Unreadable feature values", ExitCode.Failed);

    /// <summary>Missing numbers in features.</summary>
    public static readonly Diagnostic MissingNumbersAssumed = new("MLG4014", "Missing numbers in features", ExitCode.Undecided);

    /// <summary>Decision of the model differs from the threshold.</summary>
    public static readonly Diagnostic DecisionDiffers = new("MLG4015", "Decision of the model differs from the threshold", ExitCode.Failed);

    /// <summary>Model without input schema.</summary>
    public static readonly Diagnostic InputsInferred = new("MLG4016", "Model without input schema", ExitCode.Undecided);

    /// <summary>Metric against its absolute limit.</summary>
    public static readonly Diagnostic MetricMustKeepLimit = new("MLG4101", "Metric against its absolute limit", ExitCode.Failed);

    /// <summary>Metric against the baseline.</summary>
    public static readonly Diagnostic MetricMustNotDrop = new("MLG4102", "Metric against the baseline", ExitCode.Failed);

    /// <summary>Metric against a required gain.</summary>
    public static readonly Diagnostic MetricMustGain = new("MLG4103", "Metric against a required gain", ExitCode.Failed);

    /// <summary>Implausibly large gain of a metric.</summary>
    public static readonly Diagnostic MetricTooGood = new("MLG4104", "Implausibly large gain of a metric", ExitCode.Failed);

    /// <summary>Metric against the anchor.</summary>
    public static readonly Diagnostic MetricMustNotDropSinceAnchor = new("MLG4105", "Metric against the anchor", ExitCode.Failed);

    /// <summary>Metric undefined on this test set.</summary>
    public static readonly Diagnostic MetricUndefined = new("MLG4106", "Metric undefined on this test set", ExitCode.Undecided);

    /// <summary>Predictions do not match the rows of the test set.</summary>
    public static readonly Diagnostic PredictionsNotJoined = new(
        "MLG4007",
        "Predictions do not match the rows of the test set",
        ExitCode.Failed
    );

    /// <summary>Metric without a limit.</summary>
    public static readonly Diagnostic MetricReported = new("MLG4107", "Metric without a limit", ExitCode.Failed);
}
