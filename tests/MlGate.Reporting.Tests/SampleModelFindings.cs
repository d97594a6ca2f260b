using MlGate.Findings;

namespace MlGate.Reporting.Tests;

/// <summary>What the checks of the churn sample's model found.</summary>
internal static class SampleModelFindings
{
    public static Finding Metric(
        string metric,
        string kind,
        double limit,
        double? before,
        double now,
        double lower,
        double upper,
        Outcome outcome,
        int line
    ) =>
        new()
        {
            Code = kind is "min" or "max" ? Diagnostics.MetricMustKeepLimit.Code : Diagnostics.MetricMustNotDrop.Code,
            Id = $"models.churn.metrics.{metric}.{kind}",
            Subject = "models.churn",
            Outcome = outcome,
            Expected = kind switch
            {
                "min" => $"{metric} of at least {limit}",
                "max-rise" => $"a rise of at most {limit}",
                _ => $"a drop of at most {limit}",
            },
            Found = before is null ? $"{metric} is {now:0.0000}" : $"{metric} went {before:0.0000} → {now:0.0000}",
            Place = new FilePlace("mlgate.yml", line, 21),
            Evidence = new Evidence
            {
                Measure = metric,
                Baseline = before,
                Candidate = now,
                Interval = new Interval(
                    lower,
                    upper,
                    0.9,
                    metric switch
                    {
                        "auc" => "DeLong",
                        "recall" => "Tango",
                        _ => "paired Poisson bootstrap, BCa",
                    }
                ),
                Limit = new Limit(LimitKinds.Find(kind)!, limit),
                Rows = 2_113,
            },
        };

    public static Finding Auc() => Metric("auc", "max-drop", 0.01, 0.8421, 0.8439, -0.0031, 0.0067, Outcome.Passed, 40);

    public static Finding AucFloor() => Metric("auc", "min", 0.8, null, 0.8439, 0.8269, 0.8597, Outcome.Passed, 40);

    public static Finding Recall(double before, double now, double lower, double upper, Outcome outcome)
    {
        var finding = Metric("recall", "max-drop", 0.02, before, now, lower, upper, outcome, 41);
        var evidence = finding.Evidence! with
        {
            Denominator = new Denominator("positives", 561),
            AdjustedP = outcome == Outcome.Failed ? 0.0004 : null,
        };
        return finding with
        {
            Evidence =
                outcome == Outcome.Inconclusive
                    ? evidence with
                    {
                        Leaning = Leaning.Worse,
                        MinimumDetectableEffect = 0.0479,
                        Needed = 1_587,
                    }
                    : evidence,
            Fix = outcome switch
            {
                Outcome.Failed => "Retrain with the rows that are missing, or widen max-drop on purpose",
                Outcome.Inconclusive => "Test on more positives, or allow a drop of at least 0.048",
                _ => null,
            },
        };
    }

    public static Finding RecallSegment(Severity severity) =>
        Metric("recall", "min", 0.6, null, 0.5714, 0.4621, 0.6741, Outcome.Failed, 47) with
        {
            Id = "models.churn.segments.\"contract=Two year\".recall.min",
            Severity = severity,
            Found = "recall of contract=Two year is 0.5714",
            Evidence = new Evidence
            {
                Measure = "recall",
                Candidate = 0.5714,
                Interval = new Interval(0.4621, 0.6741, 0.9, "Wilson"),
                Limit = new Limit(LimitKinds.Min, 0.6),
                Rows = 527,
                Denominator = new Denominator("positives", 56),
            },
        };

    public static Finding Precision(Leaning leaning) =>
        Metric("precision", "max-drop", 0.02, 0.5310, 0.5223, -0.0301, 0.0127, Outcome.Inconclusive, 42) with
        {
            Severity = Severity.Info,
            Evidence = Metric("precision", "max-drop", 0.02, 0.5310, 0.5223, -0.0301, 0.0127, Outcome.Inconclusive, 42).Evidence! with
            {
                Leaning = leaning,
                Denominator = new Denominator("predicted positives", 842),
                MinimumDetectableEffect = 0.032,
                Needed = 2_150,
            },
        };

    public static Finding LogLoss(Outcome outcome) =>
        outcome == Outcome.Passed
            ? Metric("log-loss", "max-rise", 0.02, 0.4183, 0.4169, -0.0081, 0.0052, outcome, 43) with
            {
                Severity = Severity.Warn,
            }
            : Metric("log-loss", "max-rise", 0.02, 0.4183, 0.4512, 0.0203, 0.0461, outcome, 43) with
            {
                Severity = Severity.Warn,
                Fix = "Calibrate the model again",
            };

    public static Finding First(string metric) =>
        new()
        {
            Code = Diagnostics.NoBaselineFound.Code,
            Id = $"models.churn.metrics.{metric}.max-drop",
            Subject = "models.churn",
            Outcome = Outcome.NoBaseline,
            Severity = Severity.Info,
            Expected = "a baseline to compare with",
            Found = "main holds no version of models/churn.zip",
            Place = new FilePlace("mlgate.yml", 40, 21),
        };

    public static Finding NotComparable() =>
        new()
        {
            Code = Diagnostics.ModelsNotComparable.Code,
            Id = "models.churn",
            Subject = "models.churn",
            Outcome = Outcome.NotComparable,
            Expected = "the label's values of the baseline",
            Found = "the candidate knows 3 classes and the baseline 2",
            Fix = "Start a new baseline on purpose: set baseline to a commit that holds the new kind of model",
            Place = new FilePlace("mlgate.yml", 34, 3),
        };
}
