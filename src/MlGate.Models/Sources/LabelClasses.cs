using System.Globalization;
using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Preflight;
using MlGate.Runs;

namespace MlGate.Models.Sources;

/// <summary>Classes in ordinal order (binary: negative, positive), and per row the label as the class's index.</summary>
/// <param name="Classes">The classes; empty for a regression.</param>
/// <param name="Labels">Per row the class's index, or the number itself.</param>
/// <param name="Spelling">When two spellings are the same class.</param>
internal sealed record LabelClasses(IReadOnlyList<string> Classes, double[] Labels, LabelSpelling Spelling)
{
    private const int MostValues = 5;
    private const int MostLength = 40;

    /// <summary>Puts labels and classes together.</summary>
    /// <param name="request">The task, the positive class, the declared domain.</param>
    /// <param name="observed">The test set's labels.</param>
    /// <param name="modelClasses">The candidate's classes, for several classes.</param>
    public static Result<LabelClasses> From(PredictionRequest request, TestRows observed, IReadOnlyList<string> modelClasses)
    {
        var side = new ComparedModel(ComparedModel.CandidateName, request.Model, request.Candidate);
        var declared = request.TestGate.Columns.FirstOrDefault(column => column.Name == request.Model.Label)?.Type.Value;
        var spelling = LabelSpelling.For(declared, [.. observed.LabelTexts, .. modelClasses]);
        if (!request.Model.Task.HasClasses)
        {
            var bad = TestRows.RowsWhere(observed.LabelNumbers, label => !double.IsFinite(label));
            return bad.Count == 0
                ? new LabelClasses([], observed.LabelNumbers, spelling)
                : Unknown(side, "label missing or not a number in some rows", "a number as label in every row", bad);
        }

        var missing = TestRows.RowsWhere(observed.LabelCodes, code => code < 0);
        if (missing.Count > 0)
        {
            return Unknown(side, "label missing in some rows", "a label in every row", missing);
        }

        return request.Model.Task.HasPositive
            ? Binary(request, observed, spelling, side)
            : Multiclass(observed, modelClasses, spelling, side);
    }

    /// <summary>The index of the class that a text spells; −1 for none.</summary>
    public int IndexOf(string text)
    {
        for (var index = 0; index < Classes.Count; index++)
        {
            if (Spelling.Same(Classes[index], text))
            {
                return index;
            }
        }

        return -1;
    }

    private static Result<LabelClasses> Multiclass(
        TestRows observed,
        IReadOnlyList<string> modelClasses,
        LabelSpelling spelling,
        ComparedModel side
    )
    {
        var known = new LabelClasses([.. modelClasses.Order(StringComparer.Ordinal)], [], spelling);
        int[] indexOf = [.. observed.LabelTexts.Select(known.IndexOf)];
        var unseen = TestRows.RowsWhere(observed.LabelCodes, code => indexOf[code] < 0);
        return unseen.Count == 0
            ? known with
            {
                Labels = [.. observed.LabelCodes.Select(code => (double)indexOf[code])],
            }
            : Unknown(
                side,
                "labels of the test set that are not classes of the model: "
                    + Listed(observed.LabelTexts.Where((_, code) => indexOf[code] < 0)),
                "labels among the model's classes " + Listed(known.Classes),
                unseen
            );
    }

    private static Result<LabelClasses> Binary(PredictionRequest request, TestRows observed, LabelSpelling spelling, ComparedModel side)
    {
        var positive = request.Model.Positive
            ?? throw new ArgumentException("A binary classification has a positive class.", nameof(request));
        bool[] isPositive = [.. observed.LabelTexts.Select(text => spelling.Same(text, positive))];
        var domain = request
            .TestGate.Columns.FirstOrDefault(column => column.Name == request.Model.Label)
            ?.Find(ColumnConstraints.In)
            ?.Value;
        var isDeclared = domain is not null && domain.Any(text => spelling.Same(text, positive));

        // A declared class without rows is a scarce one, and its metrics are undefined; a value that nobody declared may be a mistake.
        if (!isPositive.Contains(true) && !isDeclared)
        {
            return Unknown(
                side,
                $"no row with the positive value {Quoted(positive)}; label values: " + Listed(observed.LabelTexts),
                "rows of the positive class",
                []
            );
        }

        string[] others = [.. observed.LabelTexts.Where((_, code) => !isPositive[code])];
        if (others.DistinctBy(spelling.Canonical).Count() > 1)
        {
            // The rows to look at are those of the rare ones: a class that was misspelt, or that nobody expected.
            var common = observed.LabelCodes.CountBy(code => code).Where(count => !isPositive[count.Key]).MaxBy(count => count.Value).Key;
            return Unknown(
                side,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{others.Length} label values besides the positive one {Quoted(positive)}: {Listed(others)}"
                ),
                "two classes: the positive one and one other",
                TestRows.RowsWhere(observed.LabelCodes, code => code != common && !isPositive[code])
            );
        }

        var negative =
            others.Length > 0 ? others[0]
            : domain is { Count: 2 } && domain.Count(text => spelling.Same(text, positive)) == 1
                ? domain.Single(text => !spelling.Same(text, positive))
            : "not " + positive;
        return new LabelClasses([negative, positive], [.. observed.LabelCodes.Select(code => isPositive[code] ? 1.0 : 0.0)], spelling);
    }

    private static string Listed(IEnumerable<string> values)
    {
        var all = values.ToList();
        return string.Join(", ", all.Take(MostValues).Select(Quoted))
            + (all.Count > MostValues ? string.Create(CultureInfo.InvariantCulture, $" and {all.Count - MostValues:N0} more") : "");
    }

    private static string Quoted(string text) =>
        "'" + ScorerAnswer.OneLine(text.Length <= MostLength ? text : text[..MostLength] + "…") + "'";

    private static Finding Unknown(ComparedModel side, string found, string expected, IReadOnlyList<long> rows) =>
        side.Finding(
            new Refusal(
                Diagnostics.LabelUnknown,
                found,
                expected,
                "Correct the test set's labels, or the model's label and positive in the gate file"
            ),
            rows
        );
}
