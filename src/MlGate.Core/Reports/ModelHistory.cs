using MlGate.Findings;

namespace MlGate.Reports;

/// <summary>How a model's metrics went over the accepted versions before it.</summary>
/// <param name="Model">Id of the model: <c>models.churn</c>.</param>
/// <param name="Metrics">At most <see cref="MostMetrics"/>.</param>
public sealed record ModelHistory(CheckId Model, IReadOnlyList<MetricHistory> Metrics)
{
    /// <summary>Most metrics of one model.</summary>
    public const int MostMetrics = 20;
}

/// <summary>One metric over accepted versions, all measured on the test set that the report's model was evaluated on.</summary>
/// <param name="Measure">The metric: <c>auc</c>.</param>
/// <param name="Values">The oldest first, at most <see cref="MostValues"/>; the candidate is not among them.</param>
/// <param name="Limit">The limit that is drawn; null for none.</param>
public sealed record MetricHistory(string Measure, IReadOnlyList<PastValue> Values, Limit? Limit = null)
{
    /// <summary>Most accepted versions.</summary>
    public const int MostValues = 50;
}

/// <summary>A metric's value of an accepted version.</summary>
/// <param name="Commit">Full object id.</param>
/// <param name="At">When it was accepted, UTC.</param>
/// <param name="Value">In the metric's unit.</param>
/// <param name="Lower">Lower bound; null for none.</param>
/// <param name="Upper">Upper bound; null for none.</param>
public sealed record PastValue(string Commit, DateTimeOffset At, double Value, double? Lower = null, double? Upper = null);
