using MlGate.Data.Inference;
using MlGate.Gates;
using MlGate.Gates.Writing;

namespace MlGate.Cli.Starting;

/// <summary>A data file and what its values look like.</summary>
/// <param name="Name">What the gate file will call it.</param>
/// <param name="Path">Relative to the gate file.</param>
/// <param name="Schema">What its values keep.</param>
internal sealed record FoundDataset(string Name, string Path, InferredDataset Schema)
{
    private static readonly string[] TestWords = ["test", "holdout", "hold-out", "hold_out", "eval", "validation"];

    private static readonly string[] PredictionWords = ["pred", "score", "model"];

    /// <summary>Is it a file of predictions, by its path and its columns: a key and numbers, and no label?</summary>
    public bool IsPredictions =>
        PredictionWords.Any(word => Path.Contains(word, StringComparison.OrdinalIgnoreCase)) && Key is not null && Schema.Columns.Any(column => column.Type == ColumnType.Number) && Schema.Label is null;

    /// <summary>Does its name say that models are tested on it?</summary>
    public bool IsTest => Contains(TestWords);

    /// <summary>The column that names rows; null for none.</summary>
    public string? Key => Schema.Columns.FirstOrDefault(column => column.Role == ColumnRole.Id)?.Name;

    /// <summary>The dataset as the gate file will declare it: every limit holds on the values that are there.</summary>
    public StarterDataset Declare(bool test, IReadOnlyList<string> disjointFrom) => new()
    {
        Name = Name,
        Path = Path,
        Comment = test ? "Models are compared on these rows: a change of them is a finding of its own." : null,
        Frozen = test,
        MinRows = test ? null : Math.Max(1, Schema.Rows / 2),
        RowsChange = test ? null : 0.5,
        Columns = [.. Schema.Columns.Select(Declare)],
        OtherColumns = OtherColumns.Forbid,
        DisjointFrom = disjointFrom,
    };

    private static StarterColumn Declare(InferredColumn column) => new()
    {
        Name = column.Name,
        Type = column.Type,
        Role = column.Role,
        Min = column.Min,
        Max = column.Max,
        In = column.Domain,
        MaxMissing = MissingLimit(column.Missing),
        Unique = column.Role == ColumnRole.Id && column.Unique,
        Comment = column.Role is ColumnRole.Feature or ColumnRole.Ignore ? null : "a guess: " + column.Role.ToString().ToLowerInvariant(),
    };

    // Twice what is missing today, in whole percents: a leap is found, the usual coming and going is not.
    private static double MissingLimit(double share) => share == 0 ? 0 : Math.Min(1, Math.Ceiling(share * 200) / 100);

    private bool Contains(string[] words) =>
        words.Any(word => System.IO.Path.GetFileName(Path).Contains(word, StringComparison.OrdinalIgnoreCase));
}
