using MlGate.Data.Inference;
using MlGate.GateFile.Draft;
using MlGate.Gates;

namespace MlGate.App.Init;

/// <summary>A data file and what its values look like.</summary>
/// <param name="Name">What the gate file will call it.</param>
/// <param name="Path">Relative to the gate file.</param>
/// <param name="Schema">What it looks like.</param>
internal sealed record FoundDataset(string Name, string Path, InferredDataset Schema)
{
    private const int MostPredictionColumns = 3;

    private static readonly string[] TestWords = ["test", "holdout", "hold-out", "hold_out", "eval", "validation"];

    private static readonly string[] PredictionWords = ["pred", "score", "model"];

    /// <summary>Does its name say that models are tested on it?</summary>
    public bool IsTest => Contains(TestWords);

    /// <summary>
    /// Is it a file of predictions, by its path and its columns: few numbers and no label, or numbers that another file of the same keys
    /// does not have?
    /// </summary>
    public bool IsPredictionsFor(IReadOnlyList<FoundDataset> all)
    {
        if (!PredictionWords.Any(word => Path.Contains(word, StringComparison.OrdinalIgnoreCase)) || !Schema.Columns.Any(IsNumber))
        {
            return false;
        }

        var hasId = Schema.Columns.Any(column => column.Role == ColumnRole.Id);
        return (Schema.Label is null && (hasId || Schema.Columns.Count <= MostPredictionColumns))
            || all.Any(other =>
                other != this
                && other.Schema.Columns.Count > 2
                && KeyWith(other) is not null
                && Schema.Columns.Any(column => IsNumber(column) && !other.Has(column.Name))
                && other.Schema.Columns.Any(column => !Has(column.Name))
            );
    }

    /// <summary>Does it have a column of that name?</summary>
    public bool Has(string column) => Schema.Columns.Any(own => own.Name == column);

    /// <summary>The column that joins its rows with those of another file: without repeats in both; null for none.</summary>
    public string? KeyWith(FoundDataset other) =>
        Schema
            .Columns.Where(column =>
                column is { Unique: true, Missing: 0, Type: not ColumnType.Number }
                && other.Schema.Columns.Any(theirs => theirs.Name == column.Name && theirs is { Unique: true, Missing: 0 })
            )
            .MinBy(column => column.Role == ColumnRole.Id ? 0 : 1)
            ?.Name;

    /// <summary>The same file with another label, where it has that column.</summary>
    public FoundDataset WithLabel(string? label) =>
        label is null || !Has(label)
            ? this
            : this with
            {
                Schema = Schema with
                {
                    Columns = RoleGuess.Assign(
                        [.. Schema.Columns.Select(column => column with { Role = ColumnRole.Feature, Remark = null })],
                        label
                    ),
                },
            };

    /// <summary>The dataset as the gate file will declare it.</summary>
    public StarterDataset Declare(bool test, IReadOnlyList<string> disjointFrom) =>
        DatasetProposal.For(Name, Path, Schema, test) with
        {
            DisjointFrom = disjointFrom,
        };

    private static bool IsNumber(InferredColumn column) => column.Type is ColumnType.Number or ColumnType.Integer;

    private bool Contains(string[] words) =>
        words.Any(word => System.IO.Path.GetFileName(Path).Contains(word, StringComparison.OrdinalIgnoreCase));
}
