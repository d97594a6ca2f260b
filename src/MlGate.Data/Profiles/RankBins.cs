namespace MlGate.Data.Profiles;

/// <summary>
/// Quantiles from counts between edges. A bin holds the values above one edge and at most the next. Where the bin of a quantile holds more
/// than <see cref="MostShare"/> of the values, and more
/// than one value fits into it, it must be counted again between finer edges; then no more than that share lies between a quantile and the
/// exact one.
/// </summary>
internal sealed class RankBins
{
    /// <summary>Largest share of the values in the bin of a quantile.</summary>
    public const double MostShare = 0.02;

    private const int Parts = 32;

    // Below the smallest normal number an engine may round to 0.
    private const double Tiny = 1e-300;

    private readonly double[] edges;
    private readonly long[] counts;
    private readonly long total;
    private readonly double low;
    private readonly double high;

    /// <summary>Counts of all values.</summary>
    /// <param name="edges">Ascending.</param>
    /// <param name="counts">Per edge how many values are at most it and above the one before; then how many are above the last.</param>
    /// <param name="low">Smallest value.</param>
    /// <param name="high">Largest value.</param>
    public RankBins(double[] edges, long[] counts, double low, double high)
    {
        (this.edges, this.counts, this.low, this.high) = (edges, counts, low, high);
        total = counts.Sum();
    }

    /// <summary>
    /// Edges that give repeated values of an ascending sample bins of their own, and the rest bins of about equal counts.
    /// </summary>
    /// <param name="sample">Ascending.</param>
    /// <param name="most">Most bins of equal counts.</param>
    public static double[] EdgesFor(double[] sample, int most)
    {
        var chosen =
            sample.Length == 0
                ? [0.0]
                : Enumerable.Range(0, most).Select(at => sample[(int)((long)at * (sample.Length - 1) / (most - 1))]).Distinct().ToArray();
        var all = sample.Distinct().Take(most + 1).ToArray();
        var values = all.Length is > 0 && all.Length <= most ? all : chosen;
        return [.. values.Concat(values.Where(value => IsRepeated(sample, value)).Select(Before)).Distinct().Order()];
    }

    /// <summary>The value at a share of the ranks.</summary>
    public double Quantile(double share)
    {
        var (bin, before) = BinOf(share);
        var (lower, upper) = Range(bin);
        if (IsOneValue(lower, upper))
        {
            return upper;
        }

        var part = Math.Min(1, ((share * (total - 1)) - before + 1) / counts[bin]);
        return Math.Clamp(lower + (((upper / 2) - (lower / 2)) * 2 * part), low, high);
    }

    /// <summary>
    /// Edges that divide the bins that hold too much of the values, and keep those of the other quantiles; null where nothing is to be
    /// divided.
    /// </summary>
    public double[]? FinerEdges(IEnumerable<double> shares)
    {
        var bins = shares.Select(share => BinOf(share).Bin).Distinct().ToList();
        if (!bins.Exists(IsTooWide))
        {
            return null;
        }

        return [.. bins.SelectMany(bin => IsTooWide(bin) ? Divided(bin) : [Range(bin).Lower, Range(bin).Upper]).Distinct().Order()];
    }

    private static bool IsRepeated(double[] sample, double value)
    {
        var at = Array.BinarySearch(sample, value);
        return at >= 0 && ((at > 0 && sample[at - 1] == value) || (at + 1 < sample.Length && sample[at + 1] == value));
    }

    private static double Before(double value) => Math.Abs(value) < Tiny ? -Tiny : Math.BitDecrement(value);

    private static bool IsOneValue(double lower, double upper) => Math.BitIncrement(lower) >= upper || (upper == 0 && lower >= -Tiny);

    private bool IsTooWide(int bin) => counts[bin] > MostShare * total && !IsOneValue(Range(bin).Lower, Range(bin).Upper);

    private (double Lower, double Upper) Range(int bin) =>
        (bin == 0 ? Before(low) : Math.Max(edges[bin - 1], Before(low)), bin < edges.Length ? Math.Min(edges[bin], high) : high);

    private (int Bin, long Before) BinOf(double share)
    {
        var (rank, before) = (share * (total - 1), 0L);
        for (var bin = 0; bin < counts.Length - 1; bin++)
        {
            if (before + counts[bin] > rank)
            {
                return (bin, before);
            }

            before += counts[bin];
        }

        return (counts.Length - 1, before);
    }

    // Equal steps find values of one size; steps in the order of the representable numbers those of any size, and come to an end in the
    // worst case.
    private IEnumerable<double> Divided(int bin)
    {
        var (lower, upper) = Range(bin);
        var (first, last) = ((Int128)Ordinal(lower), (Int128)Ordinal(upper));
        for (var part = 0; part <= Parts; part++)
        {
            yield return part == Parts ? upper : lower + (((upper / 2) - (lower / 2)) * 2 * part / Parts);
            yield return FromOrdinal((long)(first + ((last - first) * part / Parts)));
        }
    }

    private static long Ordinal(double value) =>
        BitConverter.DoubleToInt64Bits(value) is var bits && bits >= 0 ? bits : long.MinValue - bits;

    private static double FromOrdinal(long ordinal) =>
        BitConverter.Int64BitsToDouble(ordinal >= 0 ? ordinal : long.MinValue - ordinal) is var value && Math.Abs(value) < Tiny ? 0 : value;
}
