namespace MlGate.Metrics;

/// <summary>
/// A metric that is the share of successes among some of the rows: what makes the closed intervals of proportions possible.
/// </summary>
/// <param name="Counts">Is a row in the denominator?</param>
/// <param name="Succeeds">Is it in the numerator?</param>
/// <param name="Paired">Does the denominator depend on the label alone, so that baseline and candidate share it row by row?</param>
public sealed record ShareRule(Func<Observations, int, bool> Counts, Func<Observations, int, bool> Succeeds, bool Paired)
{
    /// <summary>A share of the rows that depends on label and prediction alone.</summary>
    /// <param name="counts">Is a row of this (label, prediction) in the denominator?</param>
    /// <param name="succeeds">Is it in the numerator?</param>
    /// <param name="paired">Does the denominator depend on the label alone?</param>
    public static ShareRule FromPredictions(Func<int, int, bool> counts, Func<int, int, bool> succeeds, bool paired) =>
        new(
            (rows, row) => counts(rows.Label(row), rows.Predicted[row]),
            (rows, row) => succeeds(rows.Label(row), rows.Predicted[row]),
            paired
        );
}
