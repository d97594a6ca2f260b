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
        Gate(set.Evaluation)
            .SelectMany(groups =>
                PartProblems
                    .Find(set, groups.Id, groups.Columns, groups.Severity)
                    .Concat(
                        groups.Measures.SelectMany(measure =>
                            Evaluate(set, groups, measure, GroupRates.From(set, estimates, groups, FairnessMeasures.Find(measure.Metric)!))
                        )
                    )
            );

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
        var inequality = new Inequality(FairnessMeasures.Find(measure.Metric)!.IsRatio);
        var (now, change) = (
            new GroupPairs(inequality, rates.Compared, set.Evaluation.Threads),
            new GroupPairs(inequality, rates.ComparedInBoth, set.Evaluation.Threads)
        );
        if (measure.Limits.Count == 0)
        {
            return [new FairnessFinding(set.Evaluation, groups, measure, null).Reported(rates, now)];
        }

        return measure.Limits.Select(limit =>
            Evaluate(
                set,
                new FairnessFinding(set.Evaluation, groups, measure, limit),
                rates,
                limit.Value.Kind.IsOfChange ? change : now,
                set.Evaluation.Alpha / (limit.Severity == Severity.Error ? Math.Max(1, family) : 1)
            )
        );
    }

    private static Finding Evaluate(EvaluationSet set, FairnessFinding finding, GroupRates rates, GroupPairs pairs, double alpha)
    {
        var baseline = set.With(ComparedWith.Baseline);
        return rates.Problem is { } problem ? finding.Without(Outcome.NotMeasured, Severity.Error, problem)
            : finding.IsOfChange && !baseline.IsPossible
                ? finding.Without(
                    baseline.Missing,
                    baseline.Missing == Outcome.NoBaseline && set.Evaluation.RequireBaseline ? Severity.Error : Severity.Info,
                    $"cannot be compared: {baseline.Reason}"
                )
            : finding.IsOfChange && !pairs.Any
                ? finding.Without(Outcome.NotMeasured, Severity.Error, "not measured: the baseline has no two groups to compare")
            : finding.IsOfChange ? finding.OfChange(pairs.OfChange(alpha), rates, alpha)
            : finding.OfValue(pairs.OfCandidate(alpha), rates, alpha);
    }
}
