namespace MlGate.Metrics;

/// <summary>Scores of one model.</summary>
/// <param name="Values">Row-major n × <paramref name="Columns"/>: the positive class's probability (1 column), a probability per class in
/// the order of the class names, or the predicted number (1 column).</param>
/// <param name="Columns">Scores per row.</param>
/// <param name="Calibrated">True for probabilities, false for raw margins: rank metrics are then defined, and probability metrics are not
/// defined.</param>
public sealed record Scores(double[] Values, int Columns, bool Calibrated = true)
{
    // Rounding of single precision: a softmax may give 1.0000001.
    private const double Rounding = 1e-6;

    /// <summary>
    /// Per row the predicted class's index, where the model's own decision counts; null where threshold or largest score decide.
    /// </summary>
    public int[]? Decisions { get; init; }

    /// <summary>True if the values order the rows. False if only decisions are known: then only metrics of decisions are defined.</summary>
    public bool HasRanks { get; init; } = true;

    /// <summary>True for a probability: a number from 0 to 1, give or take 1e-6 for the rounding of single precision.</summary>
    public static bool IsProbability(double value) => value is >= -Rounding and <= 1 + Rounding;
}
