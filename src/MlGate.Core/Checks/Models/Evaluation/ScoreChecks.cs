using System.Globalization;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Predictions;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>Checks that labels and scores are valid. Invalid ones are never averaged away.</summary>
internal static class ScoreChecks
{
    private const int MostRows = 10;

    /// <summary>Labels that are no class (or no number).</summary>
    public static Finding? OfLabels(ModelEvaluation evaluation, PredictionSet set)
    {
        var bad = Rows(set.Rows, row =>
            evaluation.Model.Task.HasClasses
                ? set.Labels[row] >= 0 && set.Labels[row] < set.Classes.Count && set.Labels[row] == Math.Truncate(set.Labels[row])
                : double.IsFinite(set.Labels[row])
        );
        return bad.Count == 0
            ? null
            : Create(
                evaluation,
                Diagnostics.LabelUnknown,
                Outcome.Failed,
                "known labels",
                "labels",
                bad,
                "Correct the test set's labels, or `positive` and `label` in the gate file"
            );
    }

    /// <summary>Scores that are not finite, or probabilities outside 0 … 1.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="set">The predictions.</param>
    /// <param name="scores">The scores to look at.</param>
    /// <param name="model">Whose they are.</param>
    public static Finding? OfScores(ModelEvaluation evaluation, PredictionSet set, Scores scores, EvaluatedModel model)
    {
        // A broken baseline is no fault of the change: nothing can be compared, but the candidate did not fail.
        var (outcome, fix) =
            model == EvaluatedModel.Candidate
                ? (Outcome.Failed, "Check the model for missing inputs and overflow")
                : (Outcome.NotComparable, $"Use {model.WithArticle} with valid scores");
        var infinite = Rows(set.Rows, row => All(scores, row, double.IsFinite));
        if (infinite.Count > 0)
        {
            return Create(evaluation, Diagnostics.ScoreNotFinite, outcome, "finite scores", model + " scores", infinite, fix);
        }

        if (!scores.Calibrated || !evaluation.Model.Task.HasClasses)
        {
            return null;
        }

        var outside = Rows(set.Rows, row => All(scores, row, Scores.IsProbability));
        return outside.Count == 0
            ? null
            : Create(evaluation, Diagnostics.ScoreOutOfRange, outcome, "probabilities from 0 to 1", model + " scores", outside, fix);
    }

    private static bool All(Scores scores, int row, Predicate<double> holds)
    {
        foreach (var score in scores.Values.AsSpan(row * scores.Columns, scores.Columns))
        {
            if (!holds(score))
            {
                return false;
            }
        }

        return true;
    }

    private static List<long> Rows(int count, Predicate<int> isGood)
    {
        var bad = new List<long>();
        for (var row = 0; row < count; row++)
        {
            if (!isGood(row))
            {
                bad.Add(row + 1L);
            }
        }

        return bad;
    }

    private static Finding Create(
        ModelEvaluation evaluation,
        Diagnostic code,
        Outcome outcome,
        string expected,
        string what,
        List<long> bad,
        string fix
    ) =>
        new()
        {
            Code = code.Code,
            Id = evaluation.Model.Id,
            Subject = evaluation.Model.Id.Text,
            Outcome = outcome,
            Expected = expected,
            Found = string.Create(
                CultureInfo.InvariantCulture,
                $"{bad.Count:N0} of {evaluation.Predictions.Rows:N0} {what} are invalid, first in row {bad[0]:N0}"
            ),
            Fix = fix,
            Place = evaluation.Model.Place,
            Evidence = new Evidence { Rows = evaluation.Predictions.Rows, OffendingRows = [.. bad.Take(MostRows)] },
        };
}
