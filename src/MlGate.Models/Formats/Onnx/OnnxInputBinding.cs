using System.Globalization;
using MlGate.Findings;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.Onnx;

/// <summary>An input of a model, and the columns that fill it.</summary>
/// <param name="Value">The input.</param>
/// <param name="Fields">One field, or one per value of a vector.</param>
internal sealed record OnnxInput(OnnxValue Value, IReadOnlyList<InputField> Fields);

/// <summary>Binds the inputs of a model to the columns of a test set: by name, or as the gate file says.</summary>
/// <param name="request">What is asked: label and declared inputs.</param>
/// <param name="dataColumns">The test set's columns.</param>
internal sealed class OnnxInputBinding(ScoringRequest request, IReadOnlyList<string> dataColumns)
{
    private const int MostProposed = 40;

    /// <summary>The bound inputs, or why one cannot be bound.</summary>
    public (IReadOnlyList<OnnxInput> Inputs, ScoringProblem? Problem) Bind(OnnxFile file)
    {
        var inputs = new List<OnnxInput>();
        foreach (var value in file.Inputs)
        {
            if (Bind(value, inputs) is { } problem)
            {
                return ([], problem);
            }
        }

        return (inputs, null);
    }

    private ScoringProblem? Bind(OnnxValue value, List<OnnxInput> inputs)
    {
        var name = PrintableText.From(value.Name, most: 64);
        if (RawOf(value.ElementType) is not { } raw || value.Shape is not { Count: 1 or 2 } shape || shape[0] > 1)
        {
            return Problem(
                $"the model reads '{name}' in a type or shape that rows of a table cannot fill",
                "inputs of one or two dimensions, the first one free or 1, of numbers, booleans or texts",
                "Export the model with inputs of the shape [rows] or [rows, columns]"
            );
        }

        var width = shape.Count == 1 ? 1 : shape[1];
        var names = request.Inputs.GetValueOrDefault(value.Name) ?? (width <= 1 && dataColumns.Contains(value.Name) ? [value.Name] : null);
        if (names is null)
        {
            var proposed = dataColumns
                .Where(column => column != request.Label)
                .Take(width > 0 ? (int)Math.Min(width, MostProposed) : MostProposed);
            return Problem(
                width > 1
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"the model reads '{name}' as {width} values, and does not say which columns"
                    )
                    : $"the model reads '{name}', and the test set has no such column",
                "the columns that fill it, in the order of the training",
                $"Write in the gate file: inputs: {{ {name}: [{PrintableText.From(string.Join(", ", proposed), most: 400)}] }}"
            );
        }

        if (width > 0 && names.Count != width)
        {
            return Problem(
                string.Create(CultureInfo.InvariantCulture, $"inputs names {names.Count} columns for '{name}'"),
                string.Create(CultureInfo.InvariantCulture, $"{width} columns, as the model was trained with"),
                "Correct inputs in the gate file"
            );
        }

        if (names.Contains(request.Label))
        {
            return Problem(
                $"the model reads the label '{request.Label}' as an input",
                "a model without its answer",
                "Train without the label"
            );
        }

        if (names.FirstOrDefault(column => !dataColumns.Contains(column)) is { } absent)
        {
            return Problem(
                $"the model needs the column '{PrintableText.From(absent, most: 64)}'",
                "a test set with every column that the model reads",
                Spelling.FixFor(absent, dataColumns) ?? "Restore the column, or correct inputs in the gate file"
            );
        }

        inputs.Add(new OnnxInput(value, [.. names.Select(column => new InputField(column, raw, MissingIsZero: false))]));
        return null;
    }

    // The types of onnx.proto3 that a column can be read as.
    private static Type? RawOf(int elementType) =>
        elementType switch
        {
            1 => typeof(float),
            6 => typeof(int),
            7 => typeof(long),
            8 => typeof(ReadOnlyMemory<char>),
            9 => typeof(bool),
            11 => typeof(double),
            _ => null,
        };

    private static ScoringProblem Problem(string found, string expected, string fix) =>
        new(Diagnostics.InputColumnMissing.Code, found, expected, fix);
}
