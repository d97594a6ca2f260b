using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.MlNet;

/// <summary>The columns of a model's output that a gate reads.</summary>
/// <param name="Score">Probability, margin, number or one score per class.</param>
/// <param name="Decision">The model's own decision; null if it has none that can be read.</param>
/// <param name="Header">What the columns are.</param>
internal sealed record ModelOutput(DataViewSchema.Column Score, DataViewSchema.Column? Decision, ScoredModel Header)
{
    private const string PredictedLabel = "PredictedLabel";

    /// <summary>The columns to read and what they hold; or why there are none for the task.</summary>
    public static (ModelOutput? Output, ScoringProblem? Problem) Find(string name, ModelTask task, DataViewSchema output)
    {
        if (output.GetColumnOrNull("Score") is not { } score)
        {
            return Problem(
                "the model has no output column 'Score'",
                "a trained predictor at the end of the model",
                "Save the whole pipeline, with its trainer"
            );
        }

        if (KindOf(score) is { } kind && TaskOf(kind) is { } actual && actual != task)
        {
            return Problem(
                $"model of the task {actual}",
                $"a model of the task {task}",
                "Correct the model's task in the gate file, or its path"
            );
        }

        if (task.HasScorePerClass)
        {
            return Multiclass(name, output, score);
        }

        if (score.Type != NumberDataViewType.Single)
        {
            return Problem(
                "the scores of the model are not single numbers",
                "one number per row",
                "Correct the model's task in the gate file, or its path"
            );
        }

        if (!task.HasClasses)
        {
            return (
                new ModelOutput(
                    score,
                    null,
                    new ScoredModel
                    {
                        Name = name,
                        Columns = 1,
                        Calibrated = false,
                    }
                ),
                null
            );
        }

        var probability =
            output.GetColumnOrNull("Probability") is { } column && column.Type == NumberDataViewType.Single
                ? column
                : (DataViewSchema.Column?)null;
        var decision =
            output.GetColumnOrNull(PredictedLabel) is { } label && DecisionReader.CanRead(label.Type, null)
                ? label
                : (DataViewSchema.Column?)null;
        return (
            new ModelOutput(
                probability ?? score,
                decision,
                new ScoredModel
                {
                    Name = name,
                    Columns = 1,
                    Calibrated = probability is not null,
                    Decides = decision is not null,
                }
            ),
            null
        );
    }

    /// <summary>What a model of this output predicts; null where it does not say.</summary>
    public static ModelTask? TaskIn(DataViewSchema output) =>
        output.GetColumnOrNull("Score") is { } score && KindOf(score) is { } kind ? TaskOf(kind) : null;

    private static (ModelOutput? Output, ScoringProblem? Problem) Multiclass(
        string name,
        DataViewSchema output,
        DataViewSchema.Column score
    )
    {
        if (score.Type is not VectorDataViewType { Size: > 0 } vector || vector.ItemType != NumberDataViewType.Single)
        {
            return Problem(
                "the scores of the model are not vectors of fixed size",
                "one number per class",
                "Correct the model's task in the gate file, or its path"
            );
        }

        var classes = Texts(score, "SlotNames") ?? Texts(score, "TrainingLabelValues") ?? Predicted(output);
        if (
            classes is null
            || classes.Count != vector.Size
            || classes.Any(string.IsNullOrEmpty)
            || classes.Distinct(StringComparer.Ordinal).Count() != classes.Count
        )
        {
            return Problem(
                "the model has no class names",
                "a name for each class",
                "Map the label to a key from its names (MapValueToKey) in the pipeline of the model"
            );
        }

        var decision =
            output.GetColumnOrNull(PredictedLabel) is { } label && DecisionReader.CanRead(label.Type, classes)
                ? label
                : (DataViewSchema.Column?)null;
        return (
            new ModelOutput(
                score,
                decision,
                new ScoredModel
                {
                    Name = name,
                    Columns = vector.Size,
                    Calibrated = false,
                    Classes = classes,
                    Decides = decision is not null,
                }
            ),
            null
        );
    }

    private static List<string>? Predicted(DataViewSchema output) =>
        output
            .Where(column => column.Name == PredictedLabel)
            .Select(column => Texts(column, "KeyValues"))
            .LastOrDefault(names => names is not null);

    private static string? KindOf(DataViewSchema.Column score)
    {
        if (score.Annotations.Schema.GetColumnOrNull("ScoreColumnKind") is not { } kind || kind.Type is not TextDataViewType)
        {
            return null;
        }

        ReadOnlyMemory<char> text = default;
        score.Annotations.GetValue("ScoreColumnKind", ref text);
        return text.ToString();
    }

    private static ModelTask? TaskOf(string kind) =>
        kind switch
        {
            "BinaryClassification" => ModelTask.BinaryClassification,
            "MulticlassClassification" or "MultiClassClassification" => ModelTask.MulticlassClassification,
            "Regression" => ModelTask.Regression,
            _ => null,
        };

    private static List<string>? Texts(DataViewSchema.Column column, string annotation)
    {
        if (column.Annotations.Schema.GetColumnOrNull(annotation) is not { } found || found.Type is not VectorDataViewType vector)
        {
            return null;
        }

        var type = vector.ItemType.RawType;
        return type == typeof(ReadOnlyMemory<char>) ? Values<ReadOnlyMemory<char>>(column, annotation, text => text.ToString())
            : type == typeof(float) ? Values<float>(column, annotation, number => number.ToString(CultureInfo.InvariantCulture))
            : type == typeof(double) ? Values<double>(column, annotation, number => number.ToString(CultureInfo.InvariantCulture))
            : type == typeof(int) ? Values<int>(column, annotation, number => number.ToString(CultureInfo.InvariantCulture))
            : type == typeof(long) ? Values<long>(column, annotation, number => number.ToString(CultureInfo.InvariantCulture))
            : type == typeof(uint) ? Values<uint>(column, annotation, number => number.ToString(CultureInfo.InvariantCulture))
            : type == typeof(bool) ? Values<bool>(column, annotation, value => value ? "true" : "false")
            : null;
    }

    private static List<string> Values<T>(DataViewSchema.Column column, string annotation, Func<T, string> text)
    {
        VBuffer<T> values = default;
        column.Annotations.GetValue(annotation, ref values);
        return [.. values.DenseValues().Select(text)];
    }

    private static (ModelOutput? Output, ScoringProblem? Problem) Problem(string found, string expected, string fix) =>
        (null, new(Diagnostics.ScoreColumnsDiffer.Code, found, expected, fix));
}
