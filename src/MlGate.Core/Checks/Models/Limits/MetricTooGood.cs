using MlGate.Findings;

namespace MlGate.Checks.Models.Limits;

/// <summary>A gain that is too good to be true: most often a label has leaked into the inputs, or test rows into the training.</summary>
internal static class MetricTooGood
{
    /// <summary>Failed when the gain is proven to exceed the limit, else passed.</summary>
    public static Finding Evaluate(MetricLimitEvaluation evaluation) =>
        evaluation.HasProvingBounds && evaluation.ChangeBounds.Lower > evaluation.Limit.Value
            ? MetricFinding.Create(
                evaluation,
                Outcome.Failed,
                fix: "Check for leakage: test rows in the training data, or a column that contains the label"
            )
            : MetricFinding.Create(evaluation, Outcome.Passed);
}
