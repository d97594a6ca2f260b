using MlGate.Checks.Models.Evaluation;
using MlGate.Metrics;

namespace MlGate.Checks.Models.Fairness;

/// <summary>A rate of one group of rows.</summary>
/// <param name="Group">The group's name: <c>female=1</c>.</param>
/// <param name="Rate">The rate.</param>
/// <param name="Answer">Its estimates; that of the candidate's value is not null.</param>
internal sealed record GroupRate(string Group, Metric Rate, EstimateAnswer Answer)
{
    /// <summary>The candidate's rate.</summary>
    public double Candidate => Answer.Candidate.Value;

    /// <summary>The baseline's rate; null where it has none.</summary>
    public double? Baseline => Answer.Baseline.IsDefined ? Answer.Baseline.Value : null;
}
