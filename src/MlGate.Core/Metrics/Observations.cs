using MlGate.Predictions;

namespace MlGate.Metrics;

/// <summary>Label, scores and weight per row, of one model. Immutable; derived views are computed once.</summary>
public sealed class Observations
{
    private readonly Lazy<int[]> predicted;
    private readonly Lazy<int[]>[] descending;
    private readonly Lazy<bool> oneLabel;

    /// <summary>Views over the given arrays, which must not change afterwards.</summary>
    /// <param name="labels">Per row the class's index, or the number itself for regression.</param>
    /// <param name="scores">The model's scores, as in <see cref="PredictionSet"/>.</param>
    /// <param name="classes">Number of classes; 0 for regression.</param>
    /// <param name="threshold">Probabilities at or above it are predicted positive; for binary classification. Not used where the scores
    /// come with decisions; raw margins (<see cref="Scores.Calibrated"/> is false) are cut at 0.</param>
    /// <param name="weights">Sampling weight per row, positive; null when all are 1.</param>
    public Observations(double[] labels, Scores scores, int classes, double threshold = 0.5, double[]? weights = null)
    {
        (Labels, Scores, Classes, Threshold, Weights) = (labels, scores, classes, threshold, weights);
        predicted = new Lazy<int[]>(Predict);
        descending = [.. Enumerable.Range(0, scores.Columns).Select(column => new Lazy<int[]>(() => SortBy(column)))];
        oneLabel = new Lazy<bool>(() => Array.TrueForAll(Labels, label => label == Labels[0]));
    }

    /// <summary>Number of rows: n.</summary>
    public int Rows => Labels.Length;

    /// <summary>Labels; n.</summary>
    public double[] Labels { get; }

    /// <summary>Scores; n × columns.</summary>
    public Scores Scores { get; }

    /// <summary>Number of classes; 0 for regression.</summary>
    public int Classes { get; }

    /// <summary>
    /// The threshold of binary classification, for probabilities. Raw margins have their decision point at 0, whatever it is.
    /// </summary>
    public double Threshold { get; }

    /// <summary>Sampling weights; null when all are 1.</summary>
    public double[]? Weights { get; }

    /// <summary>
    /// Predicted class per row: the model's own decision if there is one, else by threshold or largest score; of several equal scores the
    /// first class wins. Classification only.
    /// </summary>
    public int[] Predicted => predicted.Value;

    /// <summary>True if all rows have the same label, or there are no rows.</summary>
    public bool OneLabel => oneLabel.Value;

    /// <summary>The label of a row as a class.</summary>
    public int Label(int row) => (int)Labels[row];

    /// <summary>Sampling weight of a row.</summary>
    public double Weight(int row) => Weights is null ? 1 : Weights[row];

    /// <summary>Score of a class in a row; with one column that of the negative class is the complement.</summary>
    public double Score(int row, int of) =>
        Scores.Columns > 1 ? Scores.Values[(row * Scores.Columns) + of]
        : of == 1 ? Scores.Values[row]
        : 1 - Scores.Values[row];

    /// <summary>The predicted number. Regression only.</summary>
    public double Number(int row) => Scores.Values[row * Scores.Columns];

    /// <summary>Rows in descending order of one column of the scores; computed once, so that walks can share it.</summary>
    public int[] Descending(int column) => descending[column].Value;

    /// <summary>Rows whose label is the class.</summary>
    public long CountOf(int label) => Labels.LongCount(value => (int)value == label);

    private int[] SortBy(int column)
    {
        var keys = new double[Rows];
        var rows = new int[Rows];
        for (var row = 0; row < rows.Length; row++)
        {
            (keys[row], rows[row]) = (Scores.Values[(row * Scores.Columns) + column], row);
        }

        Array.Sort(keys, rows);
        Array.Reverse(rows);
        return rows;
    }

    private int[] Predict()
    {
        if (Scores.Decisions is { } decisions)
        {
            return decisions;
        }

        var (result, cut) = (new int[Rows], Scores.Calibrated ? SingleIfAllAre(Threshold) : 0);
        for (var row = 0; row < result.Length; row++)
        {
            result[row] =
                Scores.Columns == 1
                    ? Scores.Values[row] >= cut
                        ? 1
                        : 0
                    : First(Scores.Values.AsSpan(row * Scores.Columns, Scores.Columns));
        }

        return result;
    }

    // 0.7 in single precision is below 0.7 in double precision: a limit has the precision of the values that it is compared with.
    private double SingleIfAllAre(double threshold) =>
        Scores.Columns == 1 && Array.TrueForAll(Scores.Values, value => value == (float)value) ? (float)threshold : threshold;

    private static int First(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var index = 1; index < scores.Length; index++)
        {
            best = scores[index] > scores[best] ? index : best;
        }

        return best;
    }
}
