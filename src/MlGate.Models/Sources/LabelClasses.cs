using MlGate.Findings;
using MlGate.Gates;
using MlGate.Models.Preflight;
using MlGate.Predictions;

namespace MlGate.Models.Sources;

/// <summary>Classes in ordinal order (binary: negative, positive), and per row the label as the class's index.</summary>
internal sealed record LabelClasses(IReadOnlyList<string> Classes, double[] Labels)
{
    /// <summary>Puts labels and classes together.</summary>
    /// <param name="request">The task, the positive class, the declared domain.</param>
    /// <param name="observed">The test set's labels.</param>
    /// <param name="modelClasses">The candidate's classes, for several classes.</param>
    public static Result<LabelClasses> Of(PredictionRequest request, Observations observed, IReadOnlyList<string> modelClasses)
    {
        var side = new Side(Side.CandidateName, request.Model, request.Candidate);
        if (request.Model.Task == ModelTask.Regression)
        {
            var bad = Observations.RowsWhere(observed.LabelNumbers, label => !double.IsFinite(label));
            return bad.Count == 0 ? new LabelClasses([], observed.LabelNumbers) : Unknown(side, "the label is missing, or no number, in some rows", "a number as label in every row", bad);
        }

        var missing = Observations.RowsWhere(observed.LabelCodes, code => code < 0);
        if (missing.Count > 0)
        {
            return Unknown(side, "the label is missing in some rows", "a label in every row", missing);
        }

        if (request.Model.Task == ModelTask.BinaryClassification)
        {
            return Binary(request, observed, side);
        }

        string[] classes = [.. modelClasses.Order(StringComparer.Ordinal)];
        int[] indexOf = [.. observed.LabelTexts.Select(text => Array.BinarySearch(classes, text, StringComparer.Ordinal))];
        var unseen = Observations.RowsWhere(observed.LabelCodes, code => indexOf[code] < 0);
        return unseen.Count == 0
            ? new LabelClasses(classes, [.. observed.LabelCodes.Select(code => (double)indexOf[code])])
            : Unknown(side, "some labels of the test set are classes that the model never saw", "labels among the model's classes", unseen);
    }

    private static Result<LabelClasses> Binary(PredictionRequest request, Observations observed, Side side)
    {
        var positive = request.Model.Positive ?? throw new ArgumentException("A binary classification has a positive class.", nameof(request));
        string[] others = [.. observed.LabelTexts.Where(text => text != positive)];
        if (others.Length > 1)
        {
            // The rows to look at are those of the rare ones: a class that was misspelt, or that nobody expected.
            var common = observed.LabelCodes.CountBy(code => code).Where(count => observed.LabelTexts[count.Key] != positive).MaxBy(count => count.Value).Key;
            return Unknown(
                side,
                FormattableString.Invariant($"the label has {others.Length} values beside the positive one"),
                "two classes: the positive one and one other",
                Observations.RowsWhere(observed.LabelCodes, code => code != common && observed.LabelTexts[code] != positive));
        }

        var domain = request.TestGate.Columns.FirstOrDefault(column => column.Name == request.Model.Label)?.In?.Value;
        var negative = others.Length == 1 ? others[0]
            : domain is { Count: 2 } && domain.Contains(positive) ? domain.Single(text => text != positive)
            : "not " + positive;
        var positiveCode = observed.LabelTexts.ToList().IndexOf(positive);
        return new LabelClasses([negative, positive], [.. observed.LabelCodes.Select(code => code == positiveCode ? 1.0 : 0.0)]);
    }

    private static Finding Unknown(Side side, string found, string expected, IReadOnlyList<long> rows) =>
        side.Finding(new Refusal(Diagnostics.LabelUnknown, found, expected, "Correct the test set's labels, or the model's label and positive in the gate file"), rows);
}
