using MlGate.Findings;

namespace MlGate.Predictions;

/// <summary>Label and scores per evaluated row, for one or two models side by side on the same rows.</summary>
public sealed record PredictionSet
{
    /// <summary>Evaluated rows: n.</summary>
    public int Rows => Keys.Count;

    /// <summary>A 128-bit content hash per row with its occurrence number folded in, so that a row's random stream does not depend on its position; n.</summary>
    public required IReadOnlyList<UInt128> Keys { get; init; }

    /// <summary>Class names in ordinal order; for binary classification negative, positive; empty for regression.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Per row the label: the class's index, or the number itself for regression; n.</summary>
    public required double[] Labels { get; init; }

    /// <summary>Sampling weight per row, positive; null when all are 1.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Group per row as an index from 0; null where no group is declared.</summary>
    public int[]? Groups { get; init; }

    /// <summary>The candidate's scores.</summary>
    public required Scores Candidate { get; init; }

    /// <summary>The baseline's scores on the same rows; null without baseline.</summary>
    public Scores? Baseline { get; init; }

    /// <summary>
    /// What else must be said: why a baseline that there is cannot be compared (MLG4011; <see cref="Baseline"/> is null then), or that a model answers
    /// differently each time (MLG4006). They belong into the report.
    /// </summary>
    public IReadOnlyList<Finding> Notes { get; init; } = [];
}

/// <summary>Scores of one model.</summary>
/// <param name="Values">Row-major n × <paramref name="Columns"/>: the positive class's probability (1 column), a probability per class in the order of <see cref="PredictionSet.Classes"/>, or the predicted number (1 column).</param>
/// <param name="Columns">Scores per row.</param>
/// <param name="Calibrated">Are they probabilities? False for raw margins: then rank metrics hold, and probability metrics are not defined.</param>
public sealed record Scores(double[] Values, int Columns, bool Calibrated = true)
{
    // Rounding of single precision: a softmax may give 1.0000001.
    private const double Rounding = 1e-6;

    /// <summary>Per row the predicted class's index, where the model's own decision counts; null where threshold or largest score decide.</summary>
    public int[]? Decisions { get; init; }

    /// <summary>Do the values order the rows? False where only decisions are known: then only metrics of decisions are defined.</summary>
    public bool HasRanks { get; init; } = true;

    /// <summary>True for a probability: a number from 0 to 1, give or take 1e-6 for the rounding of single precision.</summary>
    public static bool IsProbability(double value) => value is >= -Rounding and <= 1 + Rounding;
}
