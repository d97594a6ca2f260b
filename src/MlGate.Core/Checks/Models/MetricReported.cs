using System.Globalization;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;

namespace MlGate.Checks.Models;

/// <summary>A metric that the gate file names without a limit: its values, and nothing to decide.</summary>
internal static class MetricReported
{
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
            Subject = evaluation.Model.Id,
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
                Denominator = denominator.Name == "rows" ? null : denominator,
                Note = "reported only",
            },
        };
    }

    private static string Text(MetricValue value) => value.Value.ToString("G5", CultureInfo.InvariantCulture).Replace('-', '−');
}
