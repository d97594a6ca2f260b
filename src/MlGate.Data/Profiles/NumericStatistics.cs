using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>
/// Moments and quantiles of a number column, from aggregates whose result no order of the rows and no number of threads can change.
/// </summary>
/// <remarks>Sums of doubles depend on their order, so deviations from a centre are scaled by a power of two and summed as integers;
/// a t-digest depends on it too, so quantiles come from counts between fixed edges. Centre, scale and edges come from a sample;
/// where the sample misled, <see cref="ReadAsync"/> says so and <see cref="Again"/> measures by the true range, or between finer
/// edges.</remarks>
internal sealed class NumericStatistics
{
    /// <summary>Names of what differs from column to column.</summary>
    public static readonly string[] Names = ["scale44", "centre44", "scale22", "centre22", "halved"];

    public static readonly double[] Shares = [0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99];
    private const int Edges = 128;
    private const int DeviationBits = 44;
    private const int SquareBits = 22;
    private const double OutsideShare = 0.03;

    private readonly ISqlDialect dialect;
    private readonly string v;
    private readonly double centre;
    private readonly int exponent;
    private readonly double[]? edges;
    private readonly bool final;
    private readonly bool stacked;
    private readonly int count;
    private readonly int min;
    private readonly int max;
    private readonly int deviations;
    private readonly int squares;
    private readonly int quantiles;
    private readonly ValuesInMemory? values;
    private readonly Task<NumericCounts>? counting;
    private NumericCounts? counts;
    private double[]? finer;

    private NumericStatistics(
        AggregateQuery query,
        string v,
        double centre,
        int reach,
        double[]? edges,
        bool final,
        bool stacked,
        ValuesInMemory? values
    )
    {
        (this.v, this.centre, this.edges, this.final, this.stacked, this.values) = (v, centre, edges, final, stacked, values);
        dialect = query.Dialect;
        exponent = Math.Max(reach, -950);
        if (values is not null && edges is not null)
        {
            // While the engine is busy with other columns.
            counting = Task.Run(() => NumericCounts.From(values.Table, values.Column, Scales, edges));
            return;
        }

        count = query.Add($"count({v})");
        min = query.Add($"min({v})");
        max = query.Add($"max({v})");
        deviations = query.Add(dialect.SumOfWhole(Deviation(DeviationBits)));
        squares = query.Add(dialect.SumOfWhole($"{Deviation(SquareBits)} * {Deviation(SquareBits)}"));
        quantiles = query.Add(
            edges is null
                ? dialect.Quantiles(dialect.AsDouble(v) + Halving, Shares, QuantileMethod.Interpolated)
                : dialect.Histogram(dialect.AsDouble(v), edges)
        );
    }

    /// <summary>Asks for the statistics of a column.</summary>
    /// <param name="query">What one scan computes.</param>
    /// <param name="v">The value's name.</param>
    /// <param name="sample">Some of its values, ascending.</param>
    /// <param name="exact">Is the data small enough to sort?</param>
    /// <param name="values">The values where they are in memory: then the engine is not asked, if the data is too large to sort.</param>
    /// <param name="stacked">Name what differs from column to column as in <see cref="Names"/>, so that one SQL serves them all.</param>
    public static NumericStatistics Ask(AggregateQuery query, string v, double[] sample, bool exact, bool stacked, ValuesInMemory? values)
    {
        var centre = sample.Length == 0 ? 0 : sample[sample.Length / 2];
        var reach = sample.Length == 0 ? 1 : Math.Max(Reach(sample[0], centre), Reach(sample[^1], centre));
        reach = reach > int.MinValue ? reach : Math.ILogB(Math.Max(Math.Abs(centre), 1)) + 1;
        return new NumericStatistics(
            query,
            v,
            centre,
            reach,
            exact ? null : RankBins.EdgesFor(sample, Edges),
            final: false,
            stacked,
            values
        );
    }

    /// <summary>The values of <see cref="Names"/>.</summary>
    public double[] Values => [Scales.Deviation, Scales.CentreOfDeviation, Scales.Square, Scales.CentreOfSquare, IsHalved ? 2 : 1];

    /// <summary>Asks once more, between finer edges, or by the true range that the first answer gave.</summary>
    public NumericStatistics Again(AggregateQuery second)
    {
        if (finer is not null)
        {
            return new NumericStatistics(second, v, centre, exponent, finer, final: true, stacked, values);
        }

        var (low, high) = (counts!.Min, counts.Max);
        var middle = (low / 2) + (high / 2);
        var reach = Math.Max(Reach(low, middle), Reach(high, middle));
        double[]? ranged = edges is null
            ? null
            :
            [
                .. edges
                    .Concat(Enumerable.Range(0, (2 * Edges) + 1).Select(at => low + ((high / (2 * Edges)) - (low / (2 * Edges))) * at))
                    .Where(edge => edge >= low && edge <= high)
                    .Distinct()
                    .Order(),
            ];
        return new NumericStatistics(second, v, middle, reach, ranged, final: true, stacked, values);
    }

    /// <summary>The answer: none for want of values; unfinished when the sample misled.</summary>
    public async Task<(NumberProfile? Profile, bool IsUnfinished)> ReadAsync(AggregateQuery query)
    {
        counts = counting is null ? Counted(query) : await counting.ConfigureAwait(false);
        var (n, low, high) = (counts.Count, counts.Min, counts.Max);
        if (n == 0)
        {
            return (null, false);
        }

        var reach = Math.Max(Reach(low, centre), Reach(high, centre));
        var bins = counts.Bins;
        var ranks = bins is null ? null : new RankBins(edges!, bins, low, high);
        var misled = !final && (!Fits(reach) || (bins is not null && IsOutside(bins, n, low)));
        finer = misled ? null : ranks?.FinerEdges(Shares);
        if (misled || finer is not null)
        {
            return (null, true);
        }

        // In units of the scale: squares of large numbers are beyond the range of a double.
        var shift = (double)counts.Deviations / n * Math.ScaleB(1, -DeviationBits);
        var around = ((double)counts.Squares * Math.ScaleB(1, -2 * SquareBits)) - (n * shift * shift);
        var deviation = n < 2 || low == high ? 0 : Math.ScaleB(Math.Sqrt(Math.Max(0, around) / (n - 1)), exponent);
        var mean = low == high ? low : Math.Clamp(((centre / 2) + Math.ScaleB(shift, exponent - 1)) * 2, low, high);
        double[] at = [.. bins is null ? Ranked(query.Numbers(quantiles)!) : Shares.Select(ranks!.Quantile)];
        return (new NumberProfile(low, high, mean, Math.Min(deviation, double.MaxValue), at), false);
    }

    // The distance of two numbers as the exponent of the next power of two; int.MinValue for none.
    private static int Reach(double value, double centre) =>
        value.Equals(centre) ? int.MinValue : Math.ILogB((value / 2) - (centre / 2)) + 2;

    // Interpolating between numbers near the largest double would overflow.
    private string Halving =>
        stacked ? " / halved"
        : IsHalved ? " / 2"
        : "";

    private bool IsHalved => exponent > 1_022;

    // Scaled before the subtraction, which may be beyond the range of a double; both are exact powers of two.
    private string Deviation(int bits) =>
        stacked
            ? FormattableString.Invariant($"({dialect.AsDouble(v)} * scale{bits} - centre{bits})")
            : $"({dialect.AsDouble(v)} * {dialect.Number(Scale(bits))} - {dialect.Number(centre * Scale(bits))})";

    private DeviationScales Scales =>
        new(Scale(DeviationBits), centre * Scale(DeviationBits), Scale(SquareBits), centre * Scale(SquareBits));

    private NumericCounts Counted(AggregateQuery query) =>
        new(
            query.Count(count),
            query.Number(min) ?? 0,
            query.Number(max) ?? 0,
            query.Big(deviations),
            query.Big(squares),
            edges is null ? null : Bins(query.Histogram(quantiles))
        );

    private IEnumerable<double> Ranked(IReadOnlyList<double> values) => values.Select(value => value * (IsHalved ? 2 : 1));

    private double Scale(int bits) => Math.ScaleB(1, bits - exponent);

    // Squares must not leave 63 bits, and must keep enough of them.
    private bool Fits(int reach) =>
        reach == int.MinValue || (reach - exponent is >= -8 and <= 31 - SquareBits && reach > 1_022 == IsHalved);

    private bool IsOutside(long[] bins, long n, double low) =>
        bins[^1] > OutsideShare * n || (low < edges![0] && bins[0] > OutsideShare * n);

    // The last bin counts what is above the last edge.
    private long[] Bins(IEnumerable<(double Edge, long Count)> counted)
    {
        var bins = new long[edges!.Length + 1];
        foreach (var (edge, number) in counted)
        {
            var at = Array.BinarySearch(edges, edge);
            bins[at < 0 ? edges.Length : at] = number;
        }

        return bins;
    }
}
