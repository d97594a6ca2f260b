using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Models;

/// <summary>Every declared limit of every metric, over all rows.</summary>
internal sealed class MetricLimits : IModelCheck
{
    public IEnumerable<EstimateNeed> Needs(EvaluationSet set) => Needs(set.Evaluation);

    public IEnumerable<Finding> Evaluate(EvaluationSet set, Estimates estimates) =>
        Limits(set.Evaluation).Select(pair => Evaluate(set, pair.Gate, pair.Limit, estimates));

    public IEnumerable<Finding> WithoutRows(ModelEvaluation evaluation) =>
        Limits(evaluation)
            .Select(pair =>
                MetricFinding.Without(
                    evaluation,
                    pair.Gate,
                    pair.Limit,
                    pair.Limit.Value.Kind.OfMetrics!.Code,
                    Outcome.NotMeasured,
                    Severity.Info,
                    $"{pair.Gate.Metric} not measured: unusable labels or scores",
                    null
                )
            );

    /// <summary>One need for each declared limit.</summary>
    internal static IEnumerable<EstimateNeed> Needs(ModelEvaluation evaluation) =>
        Limits(evaluation).Select(pair => Need(evaluation, pair.Gate, pair.Limit));

    private static IEnumerable<(MetricGate Gate, Declared<MetricLimit> Limit)> Limits(ModelEvaluation evaluation) =>
        evaluation.Model.Metrics.SelectMany(gate => gate.Limits.Select(limit => (gate, limit)));

    private static EstimateNeed Need(ModelEvaluation evaluation, MetricGate gate, Declared<MetricLimit> limit)
    {
        var (metric, kind) = (evaluation.MetricOf(gate), limit.Value.Kind);
        return new EstimateNeed(
            new RowSelection(kind.ComparedWith == ComparedWith.Anchor ? ComparedWith.Anchor : ComparedWith.Baseline),
            new EstimateRequest(metric, kind.Estimand)
        )
        {
            Loss =
                kind.OfMetrics!.Rule == LimitRule.Loss
                    ? new LossTest(limit.Value.Value, MetricLimitEvaluation.SignOf(kind, metric), limit.Severity == Severity.Error)
                    : null,
        };
    }

    private static Finding Evaluate(EvaluationSet set, MetricGate gate, Declared<MetricLimit> limit, Estimates estimates)
    {
        var need = Need(set.Evaluation, gate, limit);
        return estimates.For(need) is not { } answer ? NotComparable(set.Evaluation, gate, limit, set.With(need.Rows.With))
            : answer.Estimate is null ? Undefined(set.Evaluation, gate, limit, answer.Undefined!)
            : Decide(MetricLimitEvaluation.From(set.Evaluation, gate, limit, need, answer));
    }

    private static Finding Decide(MetricLimitEvaluation evaluation) =>
        evaluation.Rule switch
        {
            LimitRule.Level => MetricMustKeepLimit.Evaluate(evaluation),
            LimitRule.RequiredGain => MetricMustGain.Evaluate(evaluation),
            LimitRule.PlausibleGain => MetricTooGood.Evaluate(evaluation),
            _ => MetricMustNotDrop.Evaluate(evaluation),
        };

    private static Finding NotComparable(ModelEvaluation evaluation, MetricGate gate, Declared<MetricLimit> limit, Comparison comparison)
    {
        var isFirst = comparison.Missing == Outcome.NoBaseline;
        return MetricFinding.Without(
            evaluation,
            gate,
            limit,
            limit.Value.Kind.OfMetrics!.Code,
            comparison.Missing,
            isFirst && evaluation.RequireBaseline && limit.Severity == Severity.Error ? Severity.Error : Severity.Info,
            $"{gate.Metric} cannot be compared: {comparison.Reason}",
            isFirst ? "No action needed on the first run: the next change is compared with this one" : null
        );
    }

    private static Finding Undefined(ModelEvaluation evaluation, MetricGate gate, Declared<MetricLimit> limit, string reason) =>
        MetricFinding.Without(
            evaluation,
            gate,
            limit,
            Diagnostics.MetricUndefined,
            Outcome.NotMeasured,
            limit.Severity,
            $"{gate.Metric} is not defined: {reason}",
            "Add enough rows of every class to the test set, or use another metric"
        );
}
