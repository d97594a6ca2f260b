using MlGate.Findings;

namespace MlGate.Checks.Models.Limits;

/// <summary>
/// A gain over the baseline that is asked for: passed when it is proven and the estimate itself shows it, failed when it is excluded.
/// </summary>
internal static class MetricMustGain
{
    /// <summary>Passed, failed or inconclusive.</summary>
    public static Finding Evaluate(MetricLimitEvaluation evaluation)
    {
        var gain = evaluation.Limit.Value;
        return evaluation.HasProvingBounds && evaluation.ChangeBounds.Lower > gain && evaluation.Change >= gain
                ? MetricFinding.Create(evaluation, Outcome.Passed)
            : evaluation.HasProvingBounds && evaluation.ChangeBounds.Upper < gain
                ? MetricFinding.Create(evaluation, Outcome.Failed, fix: "Improve the model further, or ask for less")
            : MetricFinding.Create(evaluation, Outcome.Inconclusive);
    }
}
