using System.Globalization;
using MlGate.Data.Inference;
using MlGate.GateFile.Draft;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Scoring;

namespace MlGate.App.Init;

/// <summary>The section of a model, or of a file of predictions, without metrics.</summary>
internal static class ModelProposal
{
    /// <summary>What stands for a label that is not known.</summary>
    public const string UnknownLabel = "COLUMN";

    private static readonly string[] PositiveWords =
    [
        "yes",
        "true",
        "1",
        "y",
        "positive",
        "pos",
        "bad",
        "fraud",
        "default",
        "churn",
        "churned",
    ];

    /// <summary>The section; as a comment where the label is not known.</summary>
    /// <param name="name">What the gate file will call it.</param>
    /// <param name="path">Relative to the gate file.</param>
    /// <param name="test">The test set.</param>
    /// <param name="label">What it predicts; null where nobody knows.</param>
    /// <param name="model">What a model says about itself; null where it says nothing.</param>
    /// <param name="predictions">For a file of predictions: its columns.</param>
    public static StarterModel For(
        string name,
        string path,
        FoundDataset test,
        InferredColumn? label,
        ModelDescription? model,
        FoundDataset? predictions
    )
    {
        var task = model?.Task ?? (label is null ? ModelTask.Regression : TaskOf(label, predictions));
        var key = predictions?.KeyWith(test);
        var scores = predictions is null ? new Dictionary<string, string>() : ScoresOf(predictions, test, key, task, label);
        return new StarterModel
        {
            Name = name,
            Path = path,
            Comment = predictions is null
                ? "Training: add  train: { command: \"...\", reads: [datasets.NAME, CODE/], seed: 42 }  and run 'mlgate train'."
                : null,
            CommentedOut =
                label is null
                    ? "Not gated: unknown label column. Run 'mlgate init --force --label COLUMN', or complete "
                        + "this section and remove the '#'."
                : predictions is not null && scores.Count == 0 ? "Not gated: no score column found. Set 'score:', and remove the '#'."
                : null,
            Task = task,
            Test = test.Name,
            Label = label?.Name ?? UnknownLabel,
            Positive = task.HasPositive && label is not null ? PositiveOf(label) : null,
            Key = key,
            ScoreColumns = scores,
        };
    }

    private static ModelTask TaskOf(InferredColumn label, FoundDataset? predictions) =>
        label.Distinct == 2 ? ModelTask.BinaryClassification
        : label.Type == ColumnType.Number ? ModelTask.Regression
        : label.Type == ColumnType.Integer
        && (predictions is null || predictions.Schema.Columns.Count(column => column.Type == ColumnType.Number) < 3)
            ? ModelTask.Regression
        : ModelTask.MulticlassClassification;

    private static string PositiveOf(InferredColumn label)
    {
        IReadOnlyList<string> values =
            label.Domain.Count == 2 ? label.Domain
            : label.Numbers is { } numbers
                ? [numbers.Min.ToString("R", CultureInfo.InvariantCulture), numbers.Max.ToString("R", CultureInfo.InvariantCulture)]
            : ["false", "true"];
        return values.FirstOrDefault(value => PositiveWords.Contains(value.ToLowerInvariant())) ?? values[^1];
    }

    private static Dictionary<string, string> ScoresOf(
        FoundDataset predictions,
        FoundDataset test,
        string? key,
        ModelTask task,
        InferredColumn? label
    )
    {
        var numbers = predictions
            .Schema.Columns.Where(column =>
                column.Name != key && !test.Has(column.Name) && (column.Numbers is not null || IsZeroOrOne(column))
            )
            .ToList();
        if (task.HasScorePerClass)
        {
            return (label?.Domain ?? [])
                .Select(value =>
                    (value, Column: numbers.Find(column => column.Name.Contains(value, StringComparison.OrdinalIgnoreCase))?.Name)
                )
                .Where(pair => pair.Column is not null)
                .ToDictionary(pair => pair.value, pair => pair.Column!);
        }

        // Of two probabilities that of the positive value; a probability rather than the decision made of it.
        var positive = task.HasPositive && label is not null ? PositiveOf(label) : null;
        var best = numbers
            .OrderBy(column => positive is not null && WordsOf(column.Name).Contains(positive, StringComparer.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(column => positive is null || column.Numbers is { Min: >= 0, Max: <= 1 } ? 0 : 1)
            .FirstOrDefault();
        return best is null ? [] : new Dictionary<string, string> { [""] = best.Name };
    }

    private static bool IsZeroOrOne(InferredColumn column) => column.Domain.Count > 0 && column.Domain.All(value => value is "0" or "1");

    private static string[] WordsOf(string name) => name.Split(['_', '-', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
}
