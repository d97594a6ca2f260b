using MlGate.Data.Inference;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Scoring;

namespace MlGate.App.Init;

/// <summary>Finds the column of a test set that a model predicts.</summary>
/// <param name="test">The test set.</param>
/// <param name="named">The column that the caller names; null for none.</param>
internal sealed class LabelSearch(FoundDataset test, string? named)
{
    private IReadOnlyList<InferredColumn> Columns => test.Schema.Columns;

    /// <summary>The label of a model: a column that it was trained on and does not read.</summary>
    /// <param name="model">What it says about itself; null where it says nothing.</param>
    public InferredColumn? Find(ModelDescription? model)
    {
        if (named is not null || model is null)
        {
            return named is null ? test.Schema.Label : Named();
        }

        var candidates = Columns.Where(column => !model.Inputs.Contains(column.Name) && CanBe(column, model.Task)).ToList();
        var known = candidates.Where(column => model.Columns.Contains(column.Name)).ToList();
        return Single(known) ?? Single(candidates) ?? Guessed(known) ?? Guessed(candidates);
    }

    /// <summary>The label of a file of predictions: the column that it is named after, or the only one that it leaves out.</summary>
    public InferredColumn? Find(FoundDataset predictions)
    {
        if (named is not null)
        {
            return Named();
        }

        var missing = Columns.Where(column => !predictions.Has(column.Name) && !column.IsNested).ToList();
        var scores = predictions.Schema.Columns.Where(column => !test.Has(column.Name)).ToList();
        var after = missing
            .Where(column =>
                column.Name.Length > 2 && scores.Any(score => score.Name.Contains(column.Name, StringComparison.OrdinalIgnoreCase))
            )
            .ToList();
        return (missing.Count == 1 && predictions.Schema.Columns.Count > 2 ? missing[0] : null)
            ?? after.MaxBy(column => column.Name.Length)
            ?? Guessed(missing)
            ?? Guessed([.. Columns]);
    }

    private static bool CanBe(InferredColumn column, ModelTask? task) =>
        column is { IsNested: false, Role: not (ColumnRole.Id or ColumnRole.Time or ColumnRole.Ignore) }
        && task switch
        {
            null => true,
            { HasClasses: false } => column.Type is ColumnType.Integer or ColumnType.Number,
            { HasPositive: true } => column.Distinct == 2,
            _ => column.Distinct > 2 && column.Type != ColumnType.Number,
        };

    private static InferredColumn? Single(List<InferredColumn> columns) => columns.Count == 1 ? columns[0] : null;

    private static InferredColumn? Guessed(List<InferredColumn> columns) => columns.Find(column => column.Role == ColumnRole.Label);

    private InferredColumn? Named() => Columns.FirstOrDefault(column => column.Name == named);
}
