using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>
/// A metric's value under any multiplicities of the rows, and its derivative by each of them: the empirical influence function, whose
/// weighted sum of squares is the
/// infinitesimal jackknife's variance (Efron and Tibshirani 1993, chapter 21). Immutable: threads share it.
/// </summary>
internal abstract class Influence
{
    /// <summary>The influence of a metric over one model's rows; null for a metric that is not smooth, or has none here.</summary>
    public static Influence? For(Metric metric, Observations rows) =>
        metric switch
        {
            { IsSmooth: false } => null,
            ConfusionMetric counts => new ConfusionInfluence(counts, rows),
            SumMetric sums when sums.Plan(rows) is { Cells: 1 } plan => new SumInfluence(sums, plan, rows),
            RankMetric { IsArea: true } area => new AreaInfluence(area.Plans(rows)),
            Metrics.Classification.AveragePrecision precision => new AveragePrecisionInfluence(precision.Plans(rows)),
            _ => null,
        };

    /// <summary>The metric's value; NaN where it is undefined.</summary>
    /// <param name="multiplicities">How often each row counts, beside its sampling weight.</param>
    /// <param name="influences">Receives the derivative by each multiplicity.</param>
    public abstract double Evaluate(ReadOnlySpan<double> multiplicities, Span<double> influences);
}
