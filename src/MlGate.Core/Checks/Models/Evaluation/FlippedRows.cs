using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Flips;
using MlGate.Predictions;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>Both models' predictions of each row as one pair of label and prediction.</summary>
internal static class FlippedRows
{
    /// <summary>The rows; null without baseline.</summary>
    public static PredictionSet? Flipped(this ModelEvaluation evaluation, FlipRows of) =>
        evaluation.Predictions.Baseline is null ? null : From(evaluation.Predictions, of, evaluation.Model.Threshold);

    /// <summary>The pairs of some predictions that have a baseline.</summary>
    public static PredictionSet From(PredictionSet set, FlipRows of, double? threshold)
    {
        var (old, now) = (Predicted(set.Baseline!), Predicted(set.Candidate));
        int[] Right(int[] predicted) => [.. predicted.Select((one, row) => one == (int)set.Labels[row] ? 1 : 0)];
        var (label, predicted) = of switch
        {
            FlipRows.Right => (Right(old), Right(now)),
            FlipRows.RightNow => (Right(now), Right(old)),
            _ => (old, now),
        };
        var classes = of == FlipRows.Predicted ? set.Classes : ["wrong", "right"];
        return set with
        {
            Classes = classes,
            Labels = [.. label.Select(one => (double)one)],
            Candidate = PredictedScores.For(predicted, classes.Count) with { Decisions = predicted },
            Baseline = null,
        };

        int[] Predicted(Scores scores) =>
            new Observations(set.Labels, scores, set.Classes.Count, threshold ?? ModelGate.DefaultThreshold).Predicted;
    }
}
