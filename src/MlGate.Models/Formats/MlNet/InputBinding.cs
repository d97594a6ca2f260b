using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlGate.Findings;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.MlNet;

/// <summary>
/// Binds the columns that a model reads to the columns of a test set: by name, by the names of a vector's slots, or as the gate file says.
/// </summary>
/// <param name="request">What is asked: label and declared inputs.</param>
/// <param name="dataColumns">The test set's columns.</param>
/// <param name="missingIsZero">Is a missing number 0 for the model?</param>
internal sealed partial class InputBinding(ScoringRequest request, IReadOnlyList<string> dataColumns, bool missingIsZero)
{
    private const int MostProposed = 40;

    /// <summary>The bound columns, or why one cannot be bound.</summary>
    public (IReadOnlyList<InputColumn> Inputs, ScoringProblem? Problem) Bind(IReadOnlyList<DataViewSchema.Column> needed)
    {
        var inputs = new List<InputColumn>();
        foreach (var column in needed)
        {
            if (Bind(column, needed, inputs) is { } problem)
            {
                return ([], problem);
            }
        }

        return (inputs, null);
    }

    private ScoringProblem? Bind(DataViewSchema.Column column, IReadOnlyList<DataViewSchema.Column> needed, List<InputColumn> inputs)
    {
        var declared = request.Inputs.GetValueOrDefault(column.Name);
        if (!InputColumn.CanFill(column.Type))
        {
            return Problem(
                $"the model reads '{Short(column.Name)}' as {Short(column.Type.ToString() ?? "")}, not a type of columns",
                "inputs that are numbers, texts, booleans, or vectors of these",
                "Train with one input column per column of the data, and build other types inside the model"
            );
        }

        var vector = column.Type as VectorDataViewType;
        var names = declared ?? (vector is null ? [column.Name] : SlotNames(column));
        if (names is null)
        {
            return Problem(
                $"the model reads '{Short(column.Name)}' as a vector of {vector!.Size} values, and its slot names are not "
                    + $"column names",
                "the columns that fill it",
                $"Write in the gate file: inputs: {{ {Short(column.Name)}: [{Proposed(vector.Size, needed)}] }}"
            );
        }

        if (vector is null ? names.Count != 1 : vector.Size > 0 && names.Count != vector.Size)
        {
            return Problem(
                string.Create(CultureInfo.InvariantCulture, $"inputs names {names.Count} columns for '{Short(column.Name)}'"),
                string.Create(CultureInfo.InvariantCulture, $"{vector?.Size ?? 1} columns, as the model was trained with"),
                "Correct inputs in the gate file"
            );
        }

        if (names.Contains(request.Label))
        {
            return Problem(
                $"the model's score is computed from the label '{Short(request.Label)}'",
                "a score without the label as input",
                "Train without the label among the features"
            );
        }

        if (names.FirstOrDefault(name => !dataColumns.Contains(name)) is { } missing)
        {
            return declared is null
                ? Missing(missing, needed)
                : Problem(
                    $"inputs names '{Short(missing)}' for '{Short(column.Name)}', and the test set has no such column",
                    "columns of the test set",
                    "Correct inputs in the gate file"
                );
        }

        inputs.Add(new InputColumn(column, [.. names.Select(name => new InputField(name, InputColumn.RawOf(column.Type), missingIsZero))]));
        return null;
    }

    // A loader of a range of columns names the slots by the file's header.
    private List<string>? SlotNames(DataViewSchema.Column column)
    {
        if (!column.HasSlotNames())
        {
            return null;
        }

        VBuffer<ReadOnlyMemory<char>> slots = default;
        column.GetSlotNames(ref slots);
        List<string> names = [.. slots.DenseValues().Select(name => name.ToString())];
        return names.TrueForAll(name => dataColumns.Contains(name)) ? names : null;
    }

    // Where as many columns are left as the vector has slots, they are proposed in the data's order.
    private string Proposed(int size, IReadOnlyList<DataViewSchema.Column> needed)
    {
        string[] left = [.. dataColumns.Where(name => name != request.Label && needed.All(column => column.Name != name))];
        return left.Length == size && size <= MostProposed ? string.Join(", ", left.Select(Short)) : "COLUMN, COLUMN, ...";
    }

    private ScoringProblem Missing(string name, IReadOnlyList<DataViewSchema.Column> needed)
    {
        var near = dataColumns.Where(column => Plain(column) == Plain(name)).ToList();
        var positional = needed
            .Select(column => (column.Name, Data: AtPosition(column.Name)))
            .Where(pair => pair.Data is not null && !dataColumns.Contains(pair.Name))
            .ToList();
        var fix =
            near.Count == 1 ? $"Write in the gate file: inputs: {{ {Short(name)}: {Short(near[0])} }}"
            : AtPosition(name) is not null && positional.Count <= MostProposed
                ? $"If its names are positions, write in the gate file: inputs: {{ "
                    + $"{string.Join(", ", positional.Select(pair => Short(pair.Name) + ": " + Short(pair.Data!)))} }}"
            : "Add the column to the test set, retrain without it, or name the column that holds it under inputs in the gate file";
        return Problem($"the model needs the column '{Short(name)}'", "a test set with every column that the model reads", fix);
    }

    // Names as ML.NET gives them to columns of a file without a header.
    private string? AtPosition(string name) =>
        Position().Match(name) is { Success: true } match
        && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var at)
        && at < dataColumns.Count
            ? dataColumns[at]
            : null;

    private static ScoringProblem Problem(string found, string expected, string fix) =>
        new(Diagnostics.InputColumnMissing.Code, found, expected, fix);

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Short(string text) => text.Length <= 64 ? text : text[..64] + "…";

    [GeneratedRegex("^col([0-9]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Position();
}
