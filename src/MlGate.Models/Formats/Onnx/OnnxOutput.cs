using System.Globalization;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.Onnx;

/// <summary>The outputs of a model that a gate reads.</summary>
/// <param name="Scores">Name of the output with probabilities, margins or numbers.</param>
/// <param name="Decision">Name of the output with the predicted class; null if there is none.</param>
/// <param name="Classes">The classes in the order of the scores; empty for a regression, and for one score.</param>
/// <param name="Positive">Index of the positive class; only for binary classification.</param>
/// <param name="Header">What the columns are.</param>
internal sealed record OnnxOutput(string Scores, string? Decision, IReadOnlyList<string> Classes, int Positive, ScoredModel Header)
{
    private const int Single = 1;
    private const int Double = 11;

    private const int MostClasses = 100_000;

    // How classifiers transform margins to probabilities, and what only hands values on.
    private static readonly HashSet<string> ToProbabilities = ["LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO", "PROBIT", "PROBABILITY"];
    private static readonly HashSet<string> HandOn = ["Identity", "Cast", "Reshape", "Squeeze", "Unsqueeze", "Flatten", "ZipMap"];

    /// <summary>The outputs to read and what they hold; or why there are none for the task.</summary>
    public static (OnnxOutput? Output, ScoringProblem? Problem) Find(string name, OnnxFile file, ScoringRequest request)
    {
        var scores = (request.Task.HasClasses ? file.Outputs.FirstOrDefault(output => output.ElementType == 0) : null)
            ?? (request.Task.HasClasses ? file.Outputs.FirstOrDefault(output => IsReal(output) && IsNamed(output, "prob")) : null)
            ?? (request.Task.HasClasses ? file.Outputs.LastOrDefault(IsReal) : file.Outputs.FirstOrDefault(IsReal));
        if (scores is null)
        {
            return Problem(
                "the model has no output of numbers",
                "an output of probabilities, scores or numbers",
                "Export the model with its scores"
            );
        }

        if (!request.Task.HasClasses)
        {
            return (new OnnxOutput(scores.Name, null, [], 1, new ScoredModel { Name = name, Columns = 1 }), null);
        }

        var decision = file.Outputs.FirstOrDefault(output =>
            output != scores && output.ElementType is 6 or 7 or 8 or 9 && output != scores
        );
        var width =
            scores.Shape is { Count: > 1 } shape ? shape[^1]
            : scores.Shape is null ? file.Classes.Count
            : 1;
        if (width > MostClasses)
        {
            return Problem(
                "the model answers more scores than a model has classes",
                "a score for each class",
                "Export the model with its scores"
            );
        }

        List<string> classes =
            file.Classes.Count > 0 ? file.Classes
            : width > 1 ? [.. Enumerable.Range(0, (int)width).Select(of => of.ToString(CultureInfo.InvariantCulture))]
            : [];
        if (request.Task.HasScorePerClass)
        {
            return classes.Count < 2
                ? Problem(
                    "the model does not say how many classes it has",
                    "a score for each class",
                    "Export the model with its class labels"
                )
                : (
                    new OnnxOutput(
                        scores.Name,
                        decision?.Name,
                        classes,
                        0,
                        new ScoredModel
                        {
                            Name = name,
                            Columns = classes.Count,
                            Classes = classes,
                            Calibrated = IsProbability(file, scores),
                            Decides = decision is not null,
                        }
                    ),
                    null
                );
        }

        var positive = PositiveIn(classes, request.Positive!);
        return positive is null
            ? Problem(
                $"the classes of the model are {PrintableText.From(string.Join(", ", classes), most: 120)}",
                $"two classes, one of them {PrintableText.Quote(request.Positive!)}",
                "Correct positive or task in the gate file, or export the model with the labels of the data"
            )
            : (
                new OnnxOutput(
                    scores.Name,
                    decision?.Name,
                    classes,
                    positive.Value,
                    new ScoredModel
                    {
                        Name = name,
                        Columns = 1,
                        Calibrated = IsProbability(file, scores),
                        Decides = decision is not null,
                    }
                ),
                null
            );
    }

    /// <summary>The index of a class that a text spells; −1 for none.</summary>
    public int IndexOf(string text)
    {
        var spelling = LabelSpelling.For(null, Classes);
        for (var index = 0; index < Classes.Count; index++)
        {
            if (spelling.Same(Classes[index], text))
            {
                return index;
            }
        }

        return -1;
    }

    // 0 and 1 are how most exporters write "no" and "yes".
    private static int? PositiveIn(List<string> classes, string positive)
    {
        if (classes.Count is 0 or > 2)
        {
            return classes.Count == 0 ? 1 : null;
        }

        var spelling = LabelSpelling.For(null, [.. classes, positive]);
        var index = classes.Index().Where(one => spelling.Same(one.Item, positive)).Select(one => (int?)one.Index).FirstOrDefault();
        return index ?? (classes is ["0", "1"] or ["False", "True"] or ["false", "true"] ? 1 : null);
    }

    // A classifier says it; elsewhere the operator that makes the scores, or else their name.
    private static bool IsProbability(OnnxFile file, OnnxValue scores)
    {
        var (name, steps) = (scores.Name, 0);
        while (file.MadeBy.TryGetValue(name, out var made) && steps++ < 32)
        {
            switch (made.Operator)
            {
                case "Sigmoid" or "Softmax" or "Normalizer" or "TreeEnsembleClassifier":
                    return true;
                case "LinearClassifier" or "SVMClassifier":
                    return ToProbabilities.Contains(made.Transform);
                case var other when !HandOn.Contains(other):
                    return IsNamed(scores, "prob");
            }

            name = made.Input;
        }

        return IsNamed(scores, "prob");
    }

    private static bool IsReal(OnnxValue output) => output.ElementType is Single or Double;

    private static bool IsNamed(OnnxValue output, string part) => output.Name.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static (OnnxOutput? Output, ScoringProblem? Problem) Problem(string found, string expected, string fix) =>
        (null, new(Diagnostics.ScoreColumnsDiffer.Code, found, expected, fix));
}
