using System.Globalization;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Preflight;

namespace MlGate.Models.Sources;

/// <summary>Compares a binary model's own decision with that of a threshold of its probabilities.</summary>
internal static class DecisionRemark
{
    /// <summary>What to say where they differ; null where they do not, or where one of them is missing.</summary>
    public static Finding? Find(ComparedModel side, RawScores raw, Scores scores, LabelClasses known)
    {
        if (
            !side.Gate.Task.HasPositive
            || !raw.Probabilities
            || raw.Columns == 0
            || OwnDecisions.Find(side, raw, known).Decisions is not { } own
        )
        {
            return null;
        }

        var threshold = side.Gate.Threshold ?? ModelGate.DefaultThreshold;
        var cut = new Metrics.Observations(known.Labels, scores with { Decisions = null }, known.Classes.Count, threshold).Predicted;
        bool[] differs = [.. own.Zip(cut, (one, other) => one != other)];
        var count = differs.Count(differing => differing);
        if (count == 0)
        {
            return null;
        }

        var cutAt = string.Create(CultureInfo.InvariantCulture, $"'probability of at least {threshold}'");
        var (judged, other, fix) = side.Gate.Threshold is null
            ? ("the model's own decision", cutAt, "Set a threshold in the gate file if production uses one")
            : (
                cutAt + " of the gate file",
                "the model's own decision",
                "Write 'threshold: model' if production uses the model's own decision"
            );
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"metrics of decisions use {judged}; {other} differs in {count:N0} of {own.Length:N0} rows"
        );
        return side.Finding(
            new Refusal(Diagnostics.DecisionDiffers, found, "the decision that production uses", fix),
            TestRows.RowsWhere(differs, differing => differing)
        ) with
        {
            Outcome = Outcome.Passed,
            Severity = Severity.Info,
        };
    }
}
