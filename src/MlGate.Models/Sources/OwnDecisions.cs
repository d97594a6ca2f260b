using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Preflight;

namespace MlGate.Models.Sources;

/// <summary>The decisions that a model made itself: <c>PredictedLabel</c> of ML.NET, or those of a file of predictions.</summary>
internal static class OwnDecisions
{
    /// <summary>The decisions as indices of the classes, null where there are none; or why they are none.</summary>
    public static (int[]? Decisions, Finding? Problem) Find(ComparedModel side, RawScores raw, LabelClasses known)
    {
        if (raw.Decisions is null && raw.DecisionTexts is null)
        {
            return (null, null);
        }

        int[] decisions = raw.DecisionTexts is { } texts
            ? FromTexts(texts, known)
            : [.. raw.Decisions!.Select(decision => FromIndex(decision, raw, known))];
        var bad = TestRows.RowsWhere(decisions, decision => decision < 0);
        return bad.Count == 0
            ? (decisions, null)
            : (
                null,
                side.Finding(
                    new Refusal(
                        Diagnostics.LabelUnknown,
                        "decisions missing or not a class in some rows",
                        "a label class as decision in every row",
                        "Write label values as decisions, or use the correct column"
                    ),
                    bad
                )
            );
    }

    /// <summary>Decisions in place of scores: 1 for the predicted class, 0 for others.</summary>
    public static Scores AsScores(int[] decisions, int classes)
    {
        var columns = classes == 2 ? 1 : classes;
        var values = new double[decisions.Length * columns];
        for (var row = 0; row < decisions.Length; row++)
        {
            if (columns == 1)
            {
                values[row] = decisions[row];
            }
            else
            {
                values[(row * columns) + decisions[row]] = 1;
            }
        }

        return new Scores(values, columns, Calibrated: false) { Decisions = decisions, HasRanks = false };
    }

    // The scoring process may have been taken over by the model: an index can be any number.
    private static int FromIndex(double decision, RawScores raw, LabelClasses known) =>
        raw.Classes.Count == 0 ? (decision is 0 or 1 ? (int)decision : -1)
        : decision >= 0 && decision < raw.Classes.Count ? known.IndexOf(raw.Classes[(int)decision])
        : -1;

    private static int[] FromTexts(IReadOnlyList<string?> texts, LabelClasses known)
    {
        var indices = texts
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(text => text, text => FromText(text, known), StringComparer.Ordinal);
        return [.. texts.Select(text => text is null ? -1 : indices[text])];
    }

    // Truth values, where the label has others, mean the positive class and the other one.
    private static int FromText(string text, LabelClasses known) =>
        known.IndexOf(text) is var index && (index >= 0 || known.Classes.Count != 2) ? index
        : LabelSpelling.BooleanValue(text) is { } isPositive ? (isPositive ? 1 : 0)
        : -1;
}
