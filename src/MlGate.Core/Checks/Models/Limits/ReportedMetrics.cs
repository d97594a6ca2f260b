using System.Globalization;
using MlGate.Checks.Models.Evaluation;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;

namespace MlGate.Checks.Models.Limits;

/// <summary>Metrics that the gate file names without a limit: their values, and nothing to decide.</summary>
internal sealed class ReportedMetrics : IModelCheck
{
    public IEnumerable<EstimateNeed> Needs(EvaluationSet set) => [];

    public IEnumerable<Finding> Evaluate(EvaluationSet set, Estimates estimates) =>
        set
            .Evaluation.Model.Metrics.Where(gate => gate.Limits.Count == 0)
            .Select(gate => Create(set.Evaluation, gate, set.Evaluation.MetricOf(gate), set.With(ComparedWith.Baseline).Rows!));

    /// <summary>Information only.</summary>
    public static Finding Create(ModelEvaluation evaluation, MetricGate gate, Metric metric, PairedObservations rows)
    {
        var candidate = metric.MeasureIfPossible(rows.Candidate);
        var baseline = metric.MeasureIfPossible(rows.Baseline);
        var denominator = metric.DenominatorOf(rows.Candidate);
        return new Finding
        {
            Code = Diagnostics.MetricReported.Code,
            Id = gate.Id,
            Subject = evaluation.Model.Id.Text,
            Outcome = candidate.IsDefined ? Outcome.Passed : Outcome.NotMeasured,
            Severity = Severity.Info,
            Expected = "no limit",
            Found =
                gate.Metric
                + (
                    candidate.IsDefined
                        ? " is " + Text(candidate) + (baseline.IsDefined ? ", was " + Text(baseline) : "")
                        : " is not defined: " + candidate.Undefined
                ),
            Place = gate.Place,
            Evidence = new Evidence
            {
                Measure = gate.Metric,
                Baseline = baseline.IsDefined ? baseline.Value : null,
                Candidate = candidate.IsDefined ? candidate.Value : null,
                Rows = rows.Candidate.Rows,
                Denominator = denominator.IsRows ? null : denominator,
                Note = "reported only",
            },
        };
    }

    private static string Text(MetricValue value) => value.Value.ToString("G5", CultureInfo.InvariantCulture).Replace('-', '−');
}
