using MlGate.Findings;
using MlGate.Metrics;

namespace MlGate.Predictions;

/// <summary>Label and scores per evaluated row, for one or two models side by side on the same rows.</summary>
public sealed record PredictionSet
{
    /// <summary>Evaluated rows: n.</summary>
    public int Rows => Keys.Count;

    /// <summary>
    /// A 128-bit content hash per row with its occurrence number folded in, so that a row's random stream does not depend on its position;
    /// n.
    /// </summary>
    public required IReadOnlyList<UInt128> Keys { get; init; }

    /// <summary>Class names in ordinal order; for binary classification negative, positive; empty for regression.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Per row the label: the class's index, or the number itself for regression; n.</summary>
    public required double[] Labels { get; init; }

    /// <summary>Sampling weight per row, positive; null when all are 1.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Group per row as an index from 0; null where no group is declared.</summary>
    public int[]? Groups { get; init; }

    /// <summary>The columns of the test set that segments and groups are made of, by name.</summary>
    public IReadOnlyDictionary<string, RowValues> Columns { get; init; } = new Dictionary<string, RowValues>();

    /// <summary>The candidate's scores.</summary>
    public required Scores Candidate { get; init; }

    /// <summary>The baseline's scores on the same rows; null without baseline.</summary>
    public Scores? Baseline { get; init; }

    /// <summary>
    /// What else must be said: why a baseline that there is cannot be compared (MLG4011; <see cref="Baseline"/> is null then), or that a
    /// model answers
    /// differently each time (MLG4006). They belong into the report.
    /// </summary>
    public IReadOnlyList<Finding> Notes { get; init; } = [];

    /// <summary>The same of some rows, without <see cref="Columns"/>.</summary>
    /// <param name="rows">Indexes of the rows.</param>
    internal PredictionSet Select(ReadOnlySpan<int> rows)
    {
        var keys = new UInt128[rows.Length];
        for (var at = 0; at < rows.Length; at++)
        {
            keys[at] = Keys[rows[at]];
        }

        return this with
        {
            Keys = keys,
            Labels = Select(Labels, 1, rows)!,
            Weights = Select(Weights, 1, rows),
            Groups = Select(Groups, 1, rows),
            Candidate = Select(Candidate, rows),
            Baseline = Baseline is null ? null : Select(Baseline, rows),
            Columns = new Dictionary<string, RowValues>(),
        };
    }

    private static Scores Select(Scores scores, ReadOnlySpan<int> rows) =>
        scores with
        {
            Values = Select(scores.Values, scores.Columns, rows)!,
            Decisions = Select(scores.Decisions, 1, rows),
        };

    private static T[]? Select<T>(T[]? values, int columns, ReadOnlySpan<int> rows)
    {
        if (values is null)
        {
            return null;
        }

        var selected = new T[rows.Length * columns];
        for (var at = 0; at < rows.Length; at++)
        {
            values.AsSpan(rows[at] * columns, columns).CopyTo(selected.AsSpan(at * columns, columns));
        }

        return selected;
    }
}
