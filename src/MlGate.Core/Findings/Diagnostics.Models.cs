namespace MlGate.Findings;

// MLG4xxx: models: 40xx loading and scoring, 41xx metrics
public static partial class Diagnostics
{
    /// <summary>A score is not a finite number.</summary>
    public static readonly Diagnostic ScoreNotFinite = new("MLG4001", "A score is not a finite number", ExitCode.Failed);

    /// <summary>A score outside its range.</summary>
    public static readonly Diagnostic ScoreOutOfRange = new("MLG4002", "A score outside its range", ExitCode.Failed);

    /// <summary>A label that the model or the gate file does not know.</summary>
    public static readonly Diagnostic LabelUnknown = new(
        "MLG4003",
        "A label that the model or the gate file does not know",
        ExitCode.Failed
    );

    /// <summary>The scorer answered another number of rows.</summary>
    public static readonly Diagnostic ScoreRowsDiffer = new("MLG4004", "The scorer answered another number of rows", ExitCode.Failed);

    /// <summary>The scorer answered other columns.</summary>
    public static readonly Diagnostic ScoreColumnsDiffer = new("MLG4005", "The scorer answered other columns", ExitCode.Failed);

    /// <summary>The same model scored the same rows differently.</summary>
    public static readonly Diagnostic ScoreNotDeterministic = new(
        "MLG4006",
        "The same model scored the same rows differently",
        ExitCode.Undecided
    );

    /// <summary>The model needs a column that the test set does not have.</summary>
    public static readonly Diagnostic InputColumnMissing = new(
        "MLG4010",
        "The model needs a column that the test set does not have",
        ExitCode.Undecided
    );

    /// <summary>Baseline and candidate cannot be compared.</summary>
    public static readonly Diagnostic ModelsNotComparable = new("MLG4011", "Baseline and candidate cannot be compared", ExitCode.Undecided);

    /// <summary>A threshold of probabilities for raw margins.</summary>
    public static readonly Diagnostic ThresholdOnMargins = new(
        "MLG4012",
        "A threshold of probabilities for raw margins",
        ExitCode.Undecided
    );

    /// <summary>Feature values that the model cannot read.</summary>
    public static readonly Diagnostic FeaturesNotRead = new("MLG4013", "Feature values that the model cannot read", ExitCode.Failed);

    /// <summary>Missing numbers, and a gate file that does not say what the model takes them for.</summary>
    public static readonly Diagnostic MissingNumbersAssumed = new("MLG4014", "Missing numbers among the features", ExitCode.Undecided);

    /// <summary>The model's own decision differs from that of the threshold.</summary>
    public static readonly Diagnostic DecisionDiffers = new(
        "MLG4015",
        "The model's decision differs from that of the threshold",
        ExitCode.Failed
    );

    /// <summary>A model without input schema, whose columns and types are inferred.</summary>
    public static readonly Diagnostic InputsInferred = new("MLG4016", "A model that is saved without its input schema", ExitCode.Undecided);

    /// <summary>A metric against its absolute limit.</summary>
    public static readonly Diagnostic MetricMustKeepLimit = new("MLG4101", "A metric against its absolute limit", ExitCode.Failed);

    /// <summary>A metric against the baseline.</summary>
    public static readonly Diagnostic MetricMustNotDrop = new("MLG4102", "A metric against the baseline", ExitCode.Failed);

    /// <summary>A metric against a required gain.</summary>
    public static readonly Diagnostic MetricMustGain = new("MLG4103", "A metric against a required gain", ExitCode.Failed);

    /// <summary>A metric improved more than is plausible.</summary>
    public static readonly Diagnostic MetricTooGood = new("MLG4104", "A metric improved more than is plausible", ExitCode.Failed);

    /// <summary>A metric against the anchor.</summary>
    public static readonly Diagnostic MetricMustNotDropSinceAnchor = new("MLG4105", "A metric against the anchor", ExitCode.Failed);

    /// <summary>A metric is not defined on this test set.</summary>
    public static readonly Diagnostic MetricUndefined = new("MLG4106", "A metric is not defined on this test set", ExitCode.Undecided);

    /// <summary>The predictions do not join to the test set's rows.</summary>
    public static readonly Diagnostic PredictionsNotJoined = new(
        "MLG4007",
        "The predictions do not join to the test set's rows",
        ExitCode.Failed
    );

    /// <summary>A metric without a limit.</summary>
    public static readonly Diagnostic MetricReported = new("MLG4107", "A metric without a limit", ExitCode.Failed);
}
