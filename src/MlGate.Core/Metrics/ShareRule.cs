namespace MlGate.Metrics;

/// <summary>
/// A metric that is the share of successes among some of the rows: what makes the closed intervals of proportions possible.
/// </summary>
/// <param name="Counts">True if a row is in the denominator.</param>
/// <param name="Succeeds">True if it is in the numerator.</param>
/// <param name="Paired">True if the denominator depends only on the label, so that baseline and candidate share it row by row.</param>
public sealed record ShareRule(Func<Observations, int, bool> Counts, Func<Observations, int, bool> Succeeds, bool Paired)
{
    /// <summary>A share of the rows that depends on label and prediction alone.</summary>
    /// <param name="counts">True if a row of this (label, prediction) is in the denominator.</param>
    /// <param name="succeeds">True if it is in the numerator.</param>
    /// <param name="paired">True if the denominator depends only on the label.</param>
    public static ShareRule FromPredictions(Func<int, int, bool> counts, Func<int, int, bool> succeeds, bool paired) =>
        new(
            (rows, row) => counts(rows.Label(row), rows.Predicted[row]),
            (rows, row) => succeeds(rows.Label(row), rows.Predicted[row]),
            paired
        );
}
