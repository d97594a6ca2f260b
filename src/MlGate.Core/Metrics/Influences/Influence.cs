namespace MlGate.Metrics;

/// <summary>
/// A metric's value under any multiplicities of the rows, and its derivative by each of them: the empirical influence function, whose
/// weighted sum of squares is the
/// infinitesimal jackknife's variance (Efron and Tibshirani 1993, chapter 21). Immutable: threads share it.
/// </summary>
internal abstract class Influence
{
    /// <summary>The metric's value; NaN where it is undefined.</summary>
    /// <param name="multiplicities">How often each row counts, beside its sampling weight.</param>
    /// <param name="influences">Receives the derivative by each multiplicity.</param>
    public abstract double Evaluate(ReadOnlySpan<double> multiplicities, Span<double> influences);
}
