using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Models.Preflight;

namespace MlGate.Models.Sources;

/// <summary>Judges raw scores, and puts them in the order of the classes.</summary>
internal static class ComparedModelScores
{
    // Single-precision sums of many classes; far below any loss of probability that a person would call one.
    private const double SumTolerance = 1e-3;

    /// <summary>The scores, or why they are none.</summary>
    public static Result<Scores> For(ComparedModel side, RawScores raw, int rows, LabelClasses known)
    {
        if (raw.Rows != rows)
        {
            return side.Finding(
                new Refusal(
                    Diagnostics.ScoreRowsDiffer,
                    FormattableString.Invariant($"{raw.Rows} rows of scores"),
                    FormattableString.Invariant($"{rows} rows, one per row of the test set"),
                    "Check that the model drops no rows and that the test set is complete"
                )
            );
        }

        if (Evaluate(side, raw) is { } problem)
        {
            return problem;
        }

        var (decisions, unknown) = OwnDecisions.Find(side, raw, known);
        if (unknown is not null)
        {
            return unknown;
        }

        // A threshold of the gate file is judged in place of the model's own decision.
        var own = side.Gate.Threshold is null ? decisions : null;
        return side.Gate.Task switch
        {
            { HasClasses: false } => new Scores(raw.Values, 1),
            _ when raw.Columns == 0 => OwnDecisions.AsScores(decisions!, known.Classes.Count),
            { HasScorePerClass: true } when IsDistribution(raw) => new Scores(Clamped(Permuted(raw, known)), raw.Columns)
            {
                Decisions = own,
            },
            { HasScorePerClass: true } => new Scores(Permuted(raw, known), raw.Columns, Calibrated: false) { Decisions = own },
            _ => new Scores(raw.Probabilities ? Clamped(raw.Values) : raw.Values, 1, raw.Probabilities) { Decisions = own },
        };
    }

    private static Finding? Evaluate(ComparedModel side, RawScores raw)
    {
        var notFinite = RowsWith(raw, value => !double.IsFinite(value));
        if (notFinite.Count > 0)
        {
            return side.Finding(
                new Refusal(
                    Diagnostics.ScoreNotFinite,
                    "missing, NaN or infinite scores in some rows",
                    "a finite score in every row",
                    "Check the inputs of these rows for missing or huge values"
                ),
                notFinite
            );
        }

        if (side.Gate is { Task.HasPositive: true, Threshold: not null } && !raw.Probabilities)
        {
            return side.Finding(
                new Refusal(
                    Diagnostics.ThresholdOnMargins,
                    FormattableString.Invariant(
                        $"threshold {side.Gate.Threshold} is set, but the model gives raw margins, not probabilities"
                    ),
                    "probabilities, or no threshold",
                    "Write 'threshold: model' for the decision of the model, or calibrate the model"
                )
            );
        }

        var outside = raw.Probabilities ? RowsWith(raw, value => !Scores.IsProbability(value)) : [];
        return outside.Count == 0
            ? null
            : side.Finding(
                new Refusal(
                    Diagnostics.ScoreOutOfRange,
                    "probabilities below 0 or above 1 in some rows",
                    "probabilities from 0 to 1",
                    "Divide percentages by 100, calibrate the model, or declare margins with 'margin' in the gate file"
                ),
                outside
            );
    }

    // Sums in single precision may end a millionth above 1; such a value is 1.
    private static double[] Clamped(double[] values) =>
        Array.TrueForAll(values, value => value is >= 0 and <= 1) ? values : Array.ConvertAll(values, value => Math.Clamp(value, 0, 1));

    private static double[] Permuted(RawScores raw, LabelClasses known)
    {
        int[] target = [.. raw.Classes.Select(known.IndexOf)];
        var values = new double[raw.Values.Length];
        for (var at = 0; at < values.Length; at += raw.Columns)
        {
            for (var column = 0; column < target.Length; column++)
            {
                values[at + target[column]] = raw.Values[at + column];
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
