using MlGate.Findings;
using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>The values of metrics over both models, and the answers that follow from them.</summary>
internal sealed class MeasuredMetrics
{
    private readonly Dictionary<Metric, (MetricValue Baseline, MetricValue Candidate)> values;

    /// <summary>Measures. The two models of one metric side by side: each sorts its own scores.</summary>
    public MeasuredMetrics(PairedObservations rows, IEnumerable<Metric> metrics, int threads)
    {
        Metric[] all = [.. metrics.Distinct()];
        var measured = new MetricValue[2 * all.Length];
        Parallel.For(0, measured.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, at =>
            measured[at] = all[at / 2].MeasureIfPossible(at % 2 == 0 ? rows.Baseline : rows.Candidate)
        );
        values = all.Index().ToDictionary(metric => metric.Item, metric => (measured[2 * metric.Index], measured[(2 * metric.Index) + 1]));
    }

    /// <summary>The metrics, in the order in which they were asked for.</summary>
    public IEnumerable<Metric> Metrics => values.Keys;

    /// <summary>The candidate's value.</summary>
    public MetricValue Candidate(Metric metric) => values[metric].Candidate;

    /// <summary>The baseline's value.</summary>
    public MetricValue Baseline(Metric metric) => values[metric].Baseline;

    /// <summary>The measured answer to a question; the logarithm of a ratio.</summary>
    public double Answer(EstimateRequest asked) =>
        asked.Estimand switch
        {
            Estimand.Value => Candidate(asked.Metric).Value,
            Estimand.Difference => Candidate(asked.Metric).Value - Baseline(asked.Metric).Value,
            _ => Math.Log(Candidate(asked.Metric).Value / Baseline(asked.Metric).Value),
        };

    /// <summary>True for a ratio with 0, which has no logarithm.</summary>
    public bool IsRatioAtZero(EstimateRequest asked) =>
        asked.Estimand == Estimand.Ratio && (Baseline(asked.Metric).Value == 0 || Candidate(asked.Metric).Value == 0);

    /// <summary>The question that is estimated: of a ratio with 0 the change.</summary>
    public EstimateRequest Resolve(EstimateRequest asked) => IsRatioAtZero(asked) ? asked with { Estimand = Estimand.Difference } : asked;
}
