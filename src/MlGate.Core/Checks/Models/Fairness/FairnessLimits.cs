using MlGate.Checks.Models.Evaluation;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics.Fairness;

namespace MlGate.Checks.Models.Fairness;

/// <summary>Limits on how unlike groups are treated, by the candidate and against the baseline.</summary>
internal sealed class FairnessLimits : IModelCheck
{
    public IEnumerable<EstimateNeed> Needs(EvaluationSet set) =>
        from groups in Gate(set.Evaluation)
        from measure in groups.Measures
        from rate in FairnessMeasures.Find(measure.Metric)!.Rates
        from segment in set.Part(groups.Columns) ?? []
        where segment.Rows.Length > 0
        select new EstimateNeed(new RowSelection(ComparedWith.Baseline, segment.Name), new EstimateRequest(rate, Estimand.Value));

    public IEnumerable<Finding> Evaluate(EvaluationSet set, Estimates estimates) =>
        from groups in Gate(set.Evaluation)
        from measure in groups.Measures
        let rates = GroupRates.From(set, estimates, groups, FairnessMeasures.Find(measure.Metric)!)
        from finding in Evaluate(set, groups, measure, rates)
        select finding;

    public IEnumerable<Finding> WithoutRows(ModelEvaluation evaluation) =>
        from groups in Gate(evaluation)
        from measure in groups.Measures
        from limit in measure.Limits
        select new FairnessFinding(evaluation, groups, measure, limit).Without(
            Outcome.NotMeasured,
            Severity.Info,
            "not measured: unusable labels or scores"
        );

    private static IReadOnlyList<GroupsGate> Gate(ModelEvaluation evaluation) => evaluation.Model.Check<FairnessGate>()?.Groups ?? [];

    private static IEnumerable<Finding> Evaluate(EvaluationSet set, GroupsGate groups, MetricGate measure, GroupRates rates)
    {
        // Limits of all groups that can fail the build share one error level (Bonferroni).
        var family = Gate(set.Evaluation)
            .SelectMany(all => all.Measures)
            .SelectMany(all => all.Limits)
            .Count(limit => limit.Severity == Severity.Error);
        if (measure.Limits.Count == 0)
        {
            return rates.Problem is null ? [new FairnessFinding(set.Evaluation, groups, measure, null).Reported(rates)] : [];
        }

        return measure.Limits.Select(limit =>
            Evaluate(
                set,
                new FairnessFinding(set.Evaluation, groups, measure, limit),
                rates,
                set.Evaluation.Alpha / (limit.Severity == Severity.Error ? Math.Max(1, family) : 1)
            )
        );
    }

    private static Finding Evaluate(EvaluationSet set, FairnessFinding finding, GroupRates rates, double alpha)
    {
        var baseline = set.With(ComparedWith.Baseline);
        if (rates.Problem is { } problem)
        {
            return finding.Without(Outcome.NotMeasured, Severity.Warn, problem);
        }

        if (finding.IsOfChange && !baseline.IsPossible)
        {
            return finding.Without(baseline.Missing, Severity.Info, $"cannot be compared: {baseline.Reason}");
        }

        var compared = finding.IsOfChange ? [.. rates.Compared.Where(rate => rate.Baseline is not null)] : rates.Compared;
        var pairs = new GroupPairs(finding.Inequality, compared, set.Evaluation.Threads);
        return compared.GroupBy(rate => rate.Rate).All(same => same.Count() < 2)
                ? finding.Without(Outcome.NotMeasured, Severity.Warn, "not measured: the baseline has no two groups to compare")
            : finding.IsOfChange ? finding.OfChange(pairs.OfChange(alpha), rates, alpha)
            : finding.OfValue(pairs.OfCandidate(alpha), rates, alpha);
    }
}
