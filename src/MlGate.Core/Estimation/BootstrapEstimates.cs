using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>Estimates from replicates, for every metric that can be resampled.</summary>
internal sealed class BootstrapEstimates(
    PairedObservations rows,
    MeasuredMetrics measured,
    IReadOnlyDictionary<Metric, Replicates> replicates,
    EstimatorOptions options
)
{
    private const double MostUndefined = 0.05;

    /// <summary>The answer to a question, for a ratio its logarithm; null where too many resamples are undefined.</summary>
    public Estimate? Estimate(EstimateRequest asked)
    {
        var (metric, value) = (asked.Metric, measured.Answer(asked));
        var (minimum, maximum) = asked.Range;
        return asked.Estimand switch
        {
            Estimand.Value => From(asked, replicates[metric].OfValue(value, metric.IsSmooth), minimum, maximum, Scale(metric)),
            Estimand.Difference => From(
                asked,
                replicates[metric].OfBoth((baseline, candidate) => candidate - baseline, value, metric.IsSmooth),
                minimum,
                maximum,
                Scale(metric)
            ),
            _ => From(
                asked,
                replicates[metric].OfBoth((baseline, candidate) => Math.Log(candidate / baseline), value, metric.IsSmooth),
                minimum,
                maximum,
                1
            ),
        };
    }

    private Estimate? From(EstimateRequest asked, Bca replicated, double minimum, double maximum, double scale) =>
        replicated.Undefined > MostUndefined ? null
        : replicated.IsConstant
            ? new ConstantEstimate(
                measured.Answer(asked),
                EffectiveCount
                    .OfClasses(asked with { Estimand = rows.Baseline is null ? Estimand.Value : Estimand.Difference }, rows)
                    .Count,
                scale,
                minimum,
                maximum,
                options.SmallestP
            )
        : new BootstrapEstimate(measured.Answer(asked), replicated, rows.IsClustered, options.SmallestP);

    // What a row may move, in the metric's unit: its range, or its size where the range says nothing.
    private double Scale(Metric metric)
    {
        var range = metric.Maximum - metric.Minimum;
        return range <= 2
            ? range
            : Math.Max(Math.Abs(measured.Candidate(metric).Value), rows.Baseline is null ? 0 : Math.Abs(measured.Baseline(metric).Value));
    }
}
