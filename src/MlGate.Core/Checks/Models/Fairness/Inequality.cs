using MlGate.Estimation;
using MlGate.Statistics;

namespace MlGate.Checks.Models.Fairness;

/// <summary>How unlike two rates are, from 0 for equal: their difference, or 1 minus the smaller over the larger one.</summary>
/// <param name="IsRatio">True for the second.</param>
internal readonly record struct Inequality(bool IsRatio)
{
    /// <summary>The measure's value: of a ratio 1 minus the inequality. Its own inverse.</summary>
    public double Measure(double inequality) => IsRatio ? 1 - inequality : inequality;

    /// <summary>The inequality of two rates.</summary>
    public double Of(double one, double other)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        return !IsRatio ? high - low
            : high == 0 ? 0
            : 1 - (low / high);
    }

    /// <summary>Its derivatives by both rates.</summary>
    public (double One, double Other) Slopes(double one, double other)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        var (byHigh, byLow) =
            !IsRatio ? (1, -1)
            : high == 0 ? (0, 0)
            : (low / (high * high), -1 / high);
        return one >= other ? (byHigh, byLow) : (byLow, byHigh);
    }

    /// <summary>
    /// Its interval from the intervals of both rates, by the method of variance estimates recovery: for independent shares Newcombe's
    /// hybrid score interval of a difference; for a ratio the same on the log scale (Zou and Donner 2008). A lower end of 0 or less proves
    /// nothing.
    /// </summary>
    public Bounds Interval(Estimate one, Estimate other, double correlation, double alpha)
    {
        var (low, high) = one.Value <= other.Value ? (one, other) : (other, one);
        var (below, above) = (low.At(alpha), high.At(alpha));
        if (!IsRatio)
        {
            return Mover.Difference(high.Value, above, low.Value, below, correlation);
        }

        if (low.Value <= 0 || below.Lower <= 0 || above.Lower <= 0)
        {
            // No logarithm: the outermost ratios that both intervals allow.
            return new Bounds(above.Lower > 0 ? 1 - (below.Upper / above.Lower) : double.NegativeInfinity, 1 - (below.Lower / above.Upper));
        }

        var log = Mover.Difference(Math.Log(low.Value), Log(below), Math.Log(high.Value), Log(above), correlation);
        return new Bounds(1 - Math.Exp(log.Upper), 1 - Math.Exp(log.Lower));
    }

    private static Bounds Log(Bounds bounds) => new(Math.Log(bounds.Lower), Math.Log(bounds.Upper));
}
