using MlGate.Findings;
using MlGate.Gates;
using MlGate.Models.Preflight;
using MlGate.Predictions;

namespace MlGate.Models.Sources;

/// <summary>Judges raw scores, and puts them in the order of the classes.</summary>
internal static class SideScores
{
    // Single-precision sums of many classes; far below any loss of probability that a person would call one.
    private const double SumTolerance = 1e-3;

    /// <summary>The scores, or why they are none.</summary>
    public static Result<Scores> Of(Side side, RawScores raw, int rows, IReadOnlyList<string> classes)
    {
        if (raw.Rows != rows)
        {
            return side.Finding(new Refusal(
                Diagnostics.ScoreRowsDiffer, FormattableString.Invariant($"{raw.Rows} rows of scores"), FormattableString.Invariant($"{rows} rows, one per row of the test set"),
                "Check that the model drops no rows, and that the test set is not being written"));
        }

        var notFinite = RowsWith(raw, value => !double.IsFinite(value));
        if (notFinite.Count > 0)
        {
            return side.Finding(
                new Refusal(Diagnostics.ScoreNotFinite, "scores that are missing, NaN or infinite in some rows", "a finite score in every row", "Look at the inputs of these rows: missing or huge values are the usual cause"),
                notFinite);
        }

        if (raw.Probabilities)
        {
            var outside = RowsWith(raw, value => !Scores.IsProbability(value));
            if (outside.Count > 0)
            {
                return side.Finding(
                    new Refusal(Diagnostics.ScoreOutOfRange, "probabilities below 0 or above 1 in some rows", "probabilities from 0 to 1", "Calibrate the model, or write probabilities instead of margins"), outside);
            }
        }

        return side.Gate.Task switch
        {
            ModelTask.MulticlassClassification => new Scores(Permuted(raw, classes), raw.Columns, IsDistribution(raw)),
            ModelTask.BinaryClassification => new Scores(raw.Values, 1, raw.Probabilities),
            _ => new Scores(raw.Values, 1),
        };
    }

    private static double[] Permuted(RawScores raw, IReadOnlyList<string> classes)
    {
        int[] source = [.. classes.Select(name => raw.Classes.ToList().IndexOf(name))];
        var values = new double[raw.Values.Length];
        for (var at = 0; at < values.Length; at += raw.Columns)
        {
            for (var column = 0; column < source.Length; column++)
            {
                values[at + column] = raw.Values[at + source[column]];
            }
        }

        return values;
    }

    // ML.NET does not say whether a vector of scores is one of probabilities; the numbers do.
    private static bool IsDistribution(RawScores raw)
    {
        for (var at = 0; at < raw.Values.Length; at += raw.Columns)
        {
            var sum = 0.0;
            foreach (var value in raw.Values.AsSpan(at, raw.Columns))
            {
                if (!Scores.IsProbability(value))
                {
                    return false;
                }

                sum += value;
            }

            if (Math.Abs(sum - 1) > SumTolerance)
            {
                return false;
            }
        }

        return true;
    }

    private static List<long> RowsWith(RawScores raw, Func<double, bool> condition)
    {
        var rows = new List<long>();
        for (var at = 0; at < raw.Values.Length && rows.Count < 10; at++)
        {
            if (condition(raw.Values[at]) && (rows.Count == 0 || rows[^1] != (at / raw.Columns) + 1))
            {
                rows.Add((at / raw.Columns) + 1);
            }
        }

        return rows;
    }
}
