using MlGate.Checks.Models;
using MlGate.Checks.Models.Evaluation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Checks.Models;

/// <summary>Gates and evaluations for tests.</summary>
internal static class Evaluations
{
    public static readonly FilePlace Place = new("mlgate.yml", 1, 1);

    public static MetricGate Metric(string key, params (LimitKind Kind, double Value)[] limits) =>
        new()
        {
            Metric = key,
            Id = "models.churn.metrics." + key,
            Place = Place,
            Limits =
            [
                .. limits.Select(limit => new Declared<MetricLimit>(
                    new MetricLimit(limit.Kind, limit.Value),
                    $"models.churn.metrics.{key}.{limit.Kind}",
                    Place
                )),
            ],
        };

    public static MetricGate With(this MetricGate gate, Severity severity) =>
        gate with
        {
            Limits = [.. gate.Limits.Select(limit => limit with { Severity = severity })],
        };

    public static ModelEvaluation Of(PredictionSet set, params MetricGate[] metrics) =>
        new()
        {
            Predictions = set,
            Model = new ModelGate
            {
                Name = "churn",
                Path = "models/churn.zip",
                Place = Place,
                Task =
                    set.Classes.Count == 0 ? ModelTask.Regression
                    : set.Classes.Count == 2 ? ModelTask.BinaryClassification
                    : ModelTask.MulticlassClassification,
                Test = "test",
                Label = "churn",
                Metrics = metrics,
            },
        };

    public static IReadOnlyList<Finding> Evaluate(this ModelEvaluation of) => ModelChecks.Evaluate(of).Findings;
}
