using MlGate.Findings;
using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>A question about a metric.</summary>
internal sealed record EstimateRequest(Metric Metric, Estimand Estimand)
{
    /// <summary>Smallest and largest possible answer, on the log scale for a ratio.</summary>
    public (double Minimum, double Maximum) Range =>
        Estimand switch
        {
            Estimand.Value => (Metric.Minimum, Metric.Maximum),
            Estimand.Difference => (Metric.Minimum - Metric.Maximum, Metric.Maximum - Metric.Minimum),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
}
