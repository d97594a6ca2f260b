using MlGate.Checks.Models.Evaluation;
using MlGate.Checks.Models.Fairness;
using MlGate.Checks.Models.Flips;
using MlGate.Checks.Models.Limits;
using MlGate.Checks.Models.Segments;
using MlGate.Findings;

namespace MlGate.Checks.Models;

/// <summary>The decision over one model: every declared limit becomes one finding.</summary>
public static class ModelChecks
{
    /// <summary>All kinds of checks, in the order of their findings.</summary>
    private static IReadOnlyList<IModelCheck> All { get; } =
    [new MetricLimits(), new ReportedMetrics(), new SegmentLimits(), new FairnessLimits(), new FlipLimits()];

    /// <summary>Judges.</summary>
    /// <param name="evaluation">Gate, predictions and settings.</param>
    public static ModelJudgement Evaluate(ModelEvaluation evaluation) => Evaluate(evaluation, All);

    /// <summary>Has some checks judge.</summary>
    internal static ModelJudgement Evaluate(ModelEvaluation evaluation, IReadOnlyList<IModelCheck> checks)
    {
        if (
            (
                ScoreChecks.OfLabels(evaluation, evaluation.Predictions)
                ?? ScoreChecks.OfScores(evaluation, evaluation.Predictions, evaluation.Predictions.Candidate, EvaluatedModel.Candidate)
            ) is
            { } broken
        )
        {
            return new ModelJudgement([broken, .. checks.SelectMany(check => check.WithoutRows(evaluation))], null);
        }

        var set = EvaluationSet.From(evaluation);
        var estimates = Estimates.Compute(set, [.. checks.SelectMany(check => check.Needs(set))]);
        return new ModelJudgement([.. set.Problems, .. checks.SelectMany(check => check.Evaluate(set, estimates))], estimates.Randomness)
        {
            Rows = set.With(ComparedWith.Baseline).Rows,
        };
    }
}
