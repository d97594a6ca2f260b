using MlGate.Findings;

namespace MlGate.Checks.Models.Limits;

/// <summary>The candidate's value alone against a fixed limit: the point decides, the bound says whether that is proven.</summary>
internal static class MetricMustKeepLimit
{
    /// <summary>Passed when the point keeps the limit, failed when it does not.</summary>
    public static Finding Evaluate(MetricLimitEvaluation evaluation)
    {
        var least = evaluation.Limit.Kind.IsLeast;
        var keeps = least ? evaluation.Candidate >= evaluation.Limit.Value : evaluation.Candidate <= evaluation.Limit.Value;
        if (!keeps)
        {
            return MetricFinding.Create(evaluation, Outcome.Failed, fix: Fix(evaluation));
        }

        var proven =
            evaluation.HasProvingBounds
            && (least ? evaluation.Bounds.Lower >= evaluation.Limit.Value : evaluation.Bounds.Upper <= evaluation.Limit.Value);
        return MetricFinding.Create(evaluation, Outcome.Passed, proven ? null : "met, not proven");
    }

    private static string Fix(MetricLimitEvaluation evaluation) =>
        evaluation.ComparedWith == ComparedWith.Nothing
            ? "Improve the model, or change the limit in a reviewed commit"
            : "Look at the rows whose prediction changed, or change the limit in a reviewed commit";
}
