using MlGate.Checks.Models.Evaluation;
using MlGate.Checks.Models.Limits;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics.Flips;

namespace MlGate.Checks.Models.Flips;

/// <summary>Limits on changed predictions.</summary>
internal sealed class FlipLimits : IModelCheck
{
    private const int MostRows = 10;

    public IEnumerable<EstimateNeed> Needs(EvaluationSet set) => Limits(set.Evaluation).Select(limit => limit.Judged.Need());

    public IEnumerable<Finding> Evaluate(EvaluationSet set, Estimates estimates) =>
        [.. Limits(set.Evaluation).Select(limit => WithRows(limit.Judged.Evaluate(set, estimates), set, limit.Measure)), .. Reported(set)];

    public IEnumerable<Finding> WithoutRows(ModelEvaluation evaluation) =>
        Limits(evaluation).Select(limit => limit.Judged.WithoutRows(evaluation));

    private static IEnumerable<(FlipMeasure Measure, JudgedLimit Judged)> Limits(ModelEvaluation evaluation) =>
        from gate in evaluation.Model.Check<FlipsGate>()?.Measures ?? []
        let measure = FlipMeasures.Find(gate.Metric)!
        from limit in gate.Limits
        select (measure, new JudgedLimit(gate, limit, measure.Metric) { Flips = measure.Rows });

    // Shares without a limit: their values, and nothing to decide.
    private static IEnumerable<Finding> Reported(EvaluationSet set) =>
        from gate in set.Evaluation.Model.Check<FlipsGate>()?.Measures ?? []
        where gate.Limits.Count == 0
        let measure = FlipMeasures.Find(gate.Metric)!
        let rows = set.Rows(new RowSelection(ComparedWith.Baseline) { Flips = measure.Rows })
        where rows is not null
        select ReportedMetrics.Create(set.Evaluation, gate, measure.Metric, rows);

    // The rows that a reader wants to look at, by their numbers in the test set.
    private static Finding WithRows(Finding finding, EvaluationSet set, FlipMeasure measure)
    {
        if (finding.Outcome != Outcome.Failed || set.Evaluation.Flipped(measure.Rows) is not { } flips)
        {
            return finding;
        }

        var rows = Enumerable.Range(0, flips.Rows).Where(row => measure.Lists((int)flips.Labels[row], flips.Candidate.Decisions![row]));
        return finding with { Evidence = finding.Evidence! with { OffendingRows = [.. rows.Take(MostRows).Select(row => row + 1L)] } };
    }
}
