using MlGate.Checks.Models.Evaluation;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Metrics;

namespace MlGate.Checks.Models.Fairness;

/// <summary>A rate of one group of rows.</summary>
/// <param name="Group">The group's name: <c>female=1</c>.</param>
/// <param name="Rate">The rate.</param>
/// <param name="Answer">Its estimates; that of the candidate's value is not null.</param>
internal sealed record GroupRate(string Group, Metric Rate, EstimateAnswer Answer)
{
    private readonly Lazy<bool> isScarce = new(() =>
        EffectiveCount
            .OfClasses(new EstimateRequest(Rate, Answer.Rows.Baseline is null ? Estimand.Value : Estimand.Difference), Answer.Rows)
            .IsTooFew
    );

    /// <summary>The candidate's rate.</summary>
    public double Candidate => Answer.Candidate.Value;

    /// <summary>The baseline's rate; null where it has none.</summary>
    public double? Baseline => Answer.Baseline.IsDefined ? Answer.Baseline.Value : null;

    /// <summary>True if it rests on too few independent rows, or groups of rows, to decide anything.</summary>
    public bool IsScarce => isScarce.Value;

    /// <summary>True if both models give every row of the group the same score.</summary>
    public bool IsUnchanged => Answer.Rows.IsIdentical;

    /// <summary>What the rate divides by in one of the models.</summary>
    public Denominator DenominatorOf(bool ofBaseline) => Rate.DenominatorOf(ofBaseline ? Answer.Rows.Baseline! : Answer.Rows.Candidate);
}
