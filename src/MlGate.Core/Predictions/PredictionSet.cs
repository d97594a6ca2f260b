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

    /// <summary>Declared or discovered segments: the indexes of their rows by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> Segments { get; init; } = new Dictionary<string, IReadOnlyList<int>>();

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

    /// <summary>The same of some rows, without segments.</summary>
    internal PredictionSet Select(IReadOnlyList<int> rows) =>
        this with
        {
            Keys = [.. rows.Select(row => Keys[row])],
            Labels = [.. rows.Select(row => Labels[row])],
            Weights = Weights is null ? null : [.. rows.Select(row => Weights[row])],
            Groups = Groups is null ? null : [.. rows.Select(row => Groups[row])],
            Candidate = Select(Candidate, rows),
            Baseline = Baseline is null ? null : Select(Baseline, rows),
            Segments = new Dictionary<string, IReadOnlyList<int>>(),
        };

    private static Scores Select(Scores scores, IReadOnlyList<int> rows) =>
        scores with
        {
            Values = [.. rows.SelectMany(row => new ArraySegment<double>(scores.Values, row * scores.Columns, scores.Columns))],
            Decisions = scores.Decisions is { } decisions ? [.. rows.Select(row => decisions[row])] : null,
        };
}
