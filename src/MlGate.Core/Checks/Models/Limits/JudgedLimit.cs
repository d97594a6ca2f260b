using MlGate.Checks.Models.Evaluation;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Flips;

namespace MlGate.Checks.Models.Limits;

/// <summary>One declared limit of a metric, over all rows or over a segment.</summary>
/// <param name="Gate">The metric as it is declared.</param>
/// <param name="Limit">The limit; its id names the segment, too.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Segment">Name of the segment; null for all rows.</param>
internal sealed record JudgedLimit(MetricGate Gate, Declared<MetricLimit> Limit, Metric Metric, string? Segment = null)
{
    /// <summary>Where changed predictions are limited: of what; null for a metric of the candidate.</summary>
    public FlipRows? Flips { get; init; }

    /// <summary>Code of its findings.</summary>
    public Diagnostic Code => Flips is null ? Limit.Value.Kind.OfMetrics!.Code : Diagnostics.FlipsMustKeepLimit;

    /// <summary>What a waiver of its findings binds to.</summary>
    public ComparedWith ComparedWith =>
        Flips is not null && Limit.Value.Kind.ComparedWith == ComparedWith.Nothing ? ComparedWith.Baseline : Limit.Value.Kind.ComparedWith;

    /// <summary>All limits of some metrics.</summary>
    public static IEnumerable<JudgedLimit> Of(ModelEvaluation evaluation, IEnumerable<MetricGate> metrics, string? segment = null) =>
        metrics.SelectMany(gate => gate.Limits.Select(limit => new JudgedLimit(gate, limit, evaluation.MetricOf(gate), segment)));

    /// <summary>What must be estimated.</summary>
    public EstimateNeed Need() =>
        new(
            new RowSelection(ComparedWith == ComparedWith.Anchor ? ComparedWith.Anchor : ComparedWith.Baseline, Segment) { Flips = Flips },
            new EstimateRequest(Metric, Limit.Value.Kind.Estimand)
        )
        {
            Loss =
                Limit.Value.Kind.OfMetrics!.Rule == LimitRule.Loss
                    ? new LossTest(
                        Limit.Value.Value,
                        MetricLimitEvaluation.SignOf(Limit.Value.Kind, Metric),
                        Limit.Severity == Severity.Error
                    )
                    : null,
        };

    /// <summary>The decision.</summary>
    public Finding Evaluate(EvaluationSet set, Estimates estimates)
    {
        var need = Need();
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
        var rows = set.Rows(new RowSelection(ComparedWith.Baseline, Segment))!;
        var (candidate, baseline) = (Metric.MeasureIfPossible(rows.Candidate), Metric.MeasureIfPossible(rows.Baseline));
        var (finding, denominator) = (NotMeasured(set.Evaluation, found), Metric.DenominatorOf(rows.Candidate));
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
        MetricFinding.Without(evaluation, this, Code, Outcome.NotMeasured, Severity.Info, found, null);

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
            Code,
            comparison.Missing,
            isFirst && evaluation.RequireBaseline && Limit.Severity == Severity.Error ? Severity.Error : Severity.Info,
            $"{Gate.Metric} cannot be compared: {comparison.Reason}",
            isFirst ? "No action needed on the first run: the next change is compared with this one" : null
        );
    }

    private Finding Undefined(ModelEvaluation evaluation, string reason) =>
        Flips is not null
            ? NotMeasured(evaluation, $"{Gate.Metric} has nothing to count: {reason}")
            : MetricFinding.Without(
                evaluation,
                this,
                Diagnostics.MetricUndefined,
                Outcome.NotMeasured,
                Limit.Severity,
                $"{Gate.Metric} is not defined: {reason}",
                "Add enough rows of every class to the test set, or use another metric"
            );
}
