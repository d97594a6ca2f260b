namespace MlGate.Findings;

// MLG4xxx: models: 40xx loading and scoring, 41xx metrics
public static partial class Diagnostics
{
    /// <summary>Missing, NaN or infinite score.</summary>
    public static readonly Diagnostic ScoreNotFinite = new(
        Area.Models,
        "MLG4001",
        "Missing, NaN or infinite score",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Score out of range.</summary>
    public static readonly Diagnostic ScoreOutOfRange = new(
        Area.Models,
        "MLG4002",
        "Score out of range",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Unknown label.</summary>
    public static readonly Diagnostic LabelUnknown = new(
        Area.Models,
        "MLG4003",
        "Unknown label",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Wrong number of scored rows.</summary>
    public static readonly Diagnostic ScoreRowsDiffer = new(
        Area.Models,
        "MLG4004",
        "Wrong number of scored rows",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Wrong score columns.</summary>
    public static readonly Diagnostic ScoreColumnsDiffer = new(
        Area.Models,
        "MLG4005",
        "Wrong score columns",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Scores are not reproducible.</summary>
    public static readonly Diagnostic ScoreNotDeterministic = new(
        Area.Models,
        "MLG4006",
        "Scores are not reproducible",
        ExitCode.Undecided,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Input column missing from the test set.</summary>
    public static readonly Diagnostic InputColumnMissing = new(
        Area.Models,
        "MLG4010",
        "Input column missing from the test set",
        ExitCode.Undecided
    );

    /// <summary>Baseline and candidate not comparable.</summary>
    public static readonly Diagnostic ModelsNotComparable = new(
        Area.Models,
        "MLG4011",
        "Baseline and candidate not comparable",
        ExitCode.Undecided
    );

    /// <summary>Probability threshold for raw margins.</summary>
    public static readonly Diagnostic ThresholdOnMargins = new(
        Area.Models,
        "MLG4012",
        "Probability threshold for raw margins",
        ExitCode.Undecided
    );

    /// <summary>Unreadable feature values.</summary>
    public static readonly Diagnostic FeaturesNotRead = new(
        Area.Models,
        "MLG4013",
        "Unreadable feature values",
        ExitCode.Failed,
        DiagnosticKind.Remark
    );

    /// <summary>Missing numbers in features.</summary>
    public static readonly Diagnostic MissingNumbersAssumed = new(
        Area.Models,
        "MLG4014",
        "Missing numbers in features",
        ExitCode.Undecided,
        DiagnosticKind.Remark
    );

    /// <summary>Decision of the model differs from the threshold.</summary>
    public static readonly Diagnostic DecisionDiffers = new(
        Area.Models,
        "MLG4015",
        "Decision of the model differs from the threshold",
        ExitCode.Failed,
        DiagnosticKind.Remark
    );

    /// <summary>Model without input schema.</summary>
    public static readonly Diagnostic InputsInferred = new(
        Area.Models,
        "MLG4016",
        "Model without input schema",
        ExitCode.Undecided,
        DiagnosticKind.Remark
    );

    /// <summary>Metric against its absolute limit.</summary>
    public static readonly Diagnostic MetricMustKeepLimit = new(
        Area.Models,
        "MLG4101",
        "Metric against its absolute limit",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Metric against the baseline.</summary>
    public static readonly Diagnostic MetricMustNotDrop = new(
        Area.Models,
        "MLG4102",
        "Metric against the baseline",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Metric against a required gain.</summary>
    public static readonly Diagnostic MetricMustGain = new(
        Area.Models,
        "MLG4103",
        "Metric against a required gain",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Implausibly large gain of a metric.</summary>
    public static readonly Diagnostic MetricTooGood = new(
        Area.Models,
        "MLG4104",
        "Implausibly large gain of a metric",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Metric against the anchor.</summary>
    public static readonly Diagnostic MetricMustNotDropSinceAnchor = new(
        Area.Models,
        "MLG4105",
        "Metric against the anchor",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Metric undefined on this test set.</summary>
    public static readonly Diagnostic MetricUndefined = new(
        Area.Models,
        "MLG4106",
        "Metric undefined on this test set",
        ExitCode.Undecided
    );

    /// <summary>Predictions do not match the rows of the test set.</summary>
    public static readonly Diagnostic PredictionsNotJoined = new(
        Area.Models,
        "MLG4007",
        "Predictions do not match the rows of the test set",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Metric without a limit.</summary>
    public static readonly Diagnostic MetricReported = new(
        Area.Models,
        "MLG4107",
        "Metric without a limit",
        ExitCode.Failed,
        DiagnosticKind.Remark
    );

    /// <summary>Declared segment without rows.</summary>
    public static readonly Diagnostic SegmentVanished = new(
        Area.Models,
        "MLG4108",
        "Declared segment without rows",
        ExitCode.Failed,
        DiagnosticKind.Remark
    );

    /// <summary>Too many segments.</summary>
    public static readonly Diagnostic TooManySegments = new(Area.Models, "MLG4109", "Too many segments", ExitCode.Undecided);

    /// <summary>Changed predictions.</summary>
    public static readonly Diagnostic FlipsMustKeepLimit = new(
        Area.Models,
        "MLG4110",
        "Changed predictions against their limit",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Difference between groups.</summary>
    public static readonly Diagnostic FairnessMustKeepLimit = new(
        Area.Models,
        "MLG4111",
        "Difference between groups against its limit",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );
}
