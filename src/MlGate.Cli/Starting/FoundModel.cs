using MlGate.Data.Inference;
using MlGate.Gates;
using MlGate.Gates.Writing;

namespace MlGate.Cli.Starting;

/// <summary>A model file, or a file of predictions, and what it seems to predict.</summary>
internal static class FoundModel
{
    private static readonly string[] PositiveWords = ["yes", "true", "1", "y", "positive", "pos", "bad", "fraud", "default", "churn", "churned"];

    /// <summary>The model as the gate file will declare it, without metrics; null where the test set has no label.</summary>
    /// <param name="name">What the gate file will call it.</param>
    /// <param name="path">Relative to the gate file.</param>
    /// <param name="test">The test set.</param>
    /// <param name="predictions">For a file of predictions: its columns.</param>
    public static StarterModel? Declare(string name, string path, FoundDataset test, FoundDataset? predictions)
    {
        if (test.Schema.Label is not { } label)
        {
            return null;
        }

        var task = TaskOf(label);
        return new StarterModel
        {
            Name = name,
            Path = path,
            Comment = "How it is trained: add  train: { command: \"...\", reads: [datasets.NAME, CODE/], seed: 42 }  and run 'mlgate train'.",
            Task = task,
            Test = test.Name,
            Label = label.Name,
            Positive = task == ModelTask.BinaryClassification ? PositiveOf(label) : null,
            Key = predictions?.Key,
            ScoreColumns = predictions is null ? new Dictionary<string, string>() : ScoresOf(predictions, task, label),
        };
    }

    private static ModelTask TaskOf(InferredColumn label) => label.Type switch
    {
        ColumnType.Integer or ColumnType.Number => ModelTask.Regression,
        _ => label.Distinct == 2 ? ModelTask.BinaryClassification : ModelTask.MulticlassClassification,
    };

    private static string PositiveOf(InferredColumn label)
    {
        IReadOnlyList<string> values = label.Domain.Count == 2 ? label.Domain : ["false", "true"];
        return values.FirstOrDefault(value => PositiveWords.Contains(value.ToLowerInvariant())) ?? values[^1];
    }

    private static Dictionary<string, string> ScoresOf(FoundDataset predictions, ModelTask task, InferredColumn label)
    {
        var numbers = predictions.Schema.Columns.Where(column => column.Type is ColumnType.Number or ColumnType.Integer && column.Name != predictions.Key).ToList();
        return task == ModelTask.MulticlassClassification
            ? label.Domain.Select(value => (value, Column: numbers.FirstOrDefault(column => column.Name.Contains(value, StringComparison.OrdinalIgnoreCase))?.Name))
                .Where(pair => pair.Column is not null)
                .ToDictionary(pair => pair.value, pair => pair.Column!)
            : new Dictionary<string, string> { [""] = numbers[0].Name };
    }
}
