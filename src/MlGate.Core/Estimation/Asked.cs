using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>A question about a metric.</summary>
internal sealed record Asked(Metric Metric, Question Question)
{
    /// <summary>Smallest and largest possible answer, on the log scale for a ratio.</summary>
    public (double Minimum, double Maximum) Range =>
        Question switch
        {
            Question.Value => (Metric.Minimum, Metric.Maximum),
            Question.Change => (Metric.Minimum - Metric.Maximum, Metric.Maximum - Metric.Minimum),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
}
