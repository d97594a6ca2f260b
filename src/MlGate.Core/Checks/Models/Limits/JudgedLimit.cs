using MlGate.Checks.Models.Evaluation;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Models.Limits;

/// <summary>One declared limit of a metric, over all rows or over a segment.</summary>
/// <param name="Gate">The metric.</param>
/// <param name="Limit">The limit; its id names the segment, too.</param>
/// <param name="Segment">Name of the segment; null for all rows.</param>
internal sealed record JudgedLimit(MetricGate Gate, Declared<MetricLimit> Limit, string? Segment = null)
{
    /// <summary>All limits of some metrics.</summary>
    public static IEnumerable<JudgedLimit> Of(IEnumerable<MetricGate> metrics, string? segment = null) =>
        metrics.SelectMany(gate => gate.Limits.Select(limit => new JudgedLimit(gate, limit, segment)));

    /// <summary>What must be estimated.</summary>
    public EstimateNeed Need(ModelEvaluation evaluation)
    {
        var (metric, kind) = (evaluation.MetricOf(Gate), Limit.Value.Kind);
        return new EstimateNeed(
            new RowSelection(kind.ComparedWith == ComparedWith.Anchor ? ComparedWith.Anchor : ComparedWith.Baseline, Segment),
            new EstimateRequest(metric, kind.Estimand)
        )
        {
            Loss =
                kind.OfMetrics!.Rule == LimitRule.Loss
                    ? new LossTest(Limit.Value.Value, MetricLimitEvaluation.SignOf(kind, metric), Limit.Severity == Severity.Error)
                    : null,
        };
    }

    /// <summary>The decision.</summary>
    public Finding Evaluate(EvaluationSet set, Estimates estimates)
    {
        var need = Need(set.Evaluation);
        return estimates.For(need) is not { } answer ? NotComparable(set.Evaluation, set.With(need.Rows.With))
            : answer.Estimate is null ? Undefined(set.Evaluation, answer.Undefined!)
            : Decide(MetricLimitEvaluation.From(set.Evaluation, this, need, answer));
    }

    /// <summary>The finding where labels or scores are not usable.</summary>
    public Finding WithoutRows(ModelEvaluation evaluation) =>
        NotMeasured(evaluation, $"{Gate.Metric} not measured: unusable labels or scores");

    /// <summary>The finding where a segment has too little to be judged: its values, and no decision.</summary>
    /// <param name="set">The rows.</param>
    /// <param name="found">What was found.</param>
    public Finding NotMeasured(EvaluationSet set, string found)
    {
        var (metric, rows) = (set.Evaluation.MetricOf(Gate), set.Rows(new RowSelection(ComparedWith.Baseline, Segment))!);
        var (candidate, baseline) = (metric.MeasureIfPossible(rows.Candidate), metric.MeasureIfPossible(rows.Baseline));
        var (finding, denominator) = (NotMeasured(set.Evaluation, found), metric.DenominatorOf(rows.Candidate));
        return finding with
        {
            Evidence = finding.Evidence! with
            {
                Candidate = candidate.IsDefined ? candidate.Value : null,
                Baseline = baseline.IsDefined ? baseline.Value : null,
                Rows = rows.Candidate.Rows,
                Denominator = denominator.IsRows ? null : denominator,
            },
        };
    }

    private Finding NotMeasured(ModelEvaluation evaluation, string found) =>
        MetricFinding.Without(evaluation, this, Limit.Value.Kind.OfMetrics!.Code, Outcome.NotMeasured, Severity.Info, found, null);

    private static Finding Decide(MetricLimitEvaluation evaluation) =>
        evaluation.Rule switch
        {
            LimitRule.Level => MetricMustKeepLimit.Evaluate(evaluation),
            LimitRule.RequiredGain => MetricMustGain.Evaluate(evaluation),
            LimitRule.PlausibleGain => MetricTooGood.Evaluate(evaluation),
            _ => MetricMustNotDrop.Evaluate(evaluation),
        };

    private Finding NotComparable(ModelEvaluation evaluation, ComparedRows comparison)
    {
        var isFirst = comparison.Missing == Outcome.NoBaseline;
        return MetricFinding.Without(
            evaluation,
            this,
            Limit.Value.Kind.OfMetrics!.Code,
            comparison.Missing,
            isFirst && evaluation.RequireBaseline && Limit.Severity == Severity.Error ? Severity.Error : Severity.Info,
            $"{Gate.Metric} cannot be compared: {comparison.Reason}",
            isFirst ? "No action needed on the first run: the next change is compared with this one" : null
        );
    }

    private Finding Undefined(ModelEvaluation evaluation, string reason) =>
        MetricFinding.Without(
            evaluation,
            this,
            Diagnostics.MetricUndefined,
            Outcome.NotMeasured,
            Limit.Severity,
            $"{Gate.Metric} is not defined: {reason}",
            "Add enough rows of every class to the test set, or use another metric"
        );
}
