using Microsoft.ML.Data;

using MlGate.Findings;

namespace MlGate.Models.Scoring;

/// <summary>
/// Watches for columns in which not one value can be read as what the model wants: ML.NET would score every row as if the value were missing,
/// and say nothing.
/// </summary>
internal sealed class UnreadColumns(IEnumerable<InputColumn> inputs)
{
    private readonly HashSet<InputColumn> unread = [.. inputs.Where(input => input.Column.Type is NumberDataViewType or BooleanDataViewType)];

    /// <summary>Looks at some rows.</summary>
    public void See(RowChunk chunk)
    {
        if (unread.Count > 0)
        {
            unread.RemoveWhere(input => HasValue(chunk[input.Source], chunk.Rows));
        }
    }

    /// <summary>The problem of a model that reads such a column.</summary>
    public ScoringProblem? ProblemOf(IReadOnlyList<InputColumn> inputsOfModel) =>
        inputsOfModel.FirstOrDefault(unread.Contains) is { } input
            ? new(
                Diagnostics.InputColumnMissing.Code,
                $"the model reads '{input.Column.Name}' as {(input.Column.Type is BooleanDataViewType ? "a truth value" : "a number")}, and the test set has none there",
                "a column of the type that the model was trained on",
                "Retrain with the test set's types, or restore the column")
            : null;

    private static bool HasValue(Array values, int rows) => values switch
    {
        float[] numbers => numbers.AsSpan(0, rows).ContainsAnyExcept(float.NaN),
        double[] numbers => numbers.AsSpan(0, rows).ContainsAnyExcept(double.NaN),
        string?[] texts => texts.Take(rows).Any(text => !string.IsNullOrEmpty(text) && BooleanText.TryParse(text, out _)),
        _ => true,
    };
}
