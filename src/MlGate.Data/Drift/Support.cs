using MlGate.Profiles;

namespace MlGate.Data.Drift;

/// <summary>
/// Collects ascending values with their counts. Few values are kept as they are. Beyond <paramref name="most"/> they are put into bins that
/// become finer towards both ends: a bin holds at most
/// a fixed share of the pooled rows beyond it, at the ends one value. A heavy tail lies in its last rows, and bins of equal counts would
/// lose it. A value that fills a bin has one of its own.
/// </summary>
/// <param name="rows">Baseline's rows that will come.</param>
/// <param name="otherRows">Candidate's rows that will come.</param>
/// <param name="largest">Largest absolute value.</param>
/// <param name="most">Most values that are kept as they are; there are at most twice as many bins.</param>
internal sealed class Support(long rows, long otherRows, double largest, int most)
{
    private const int FirstRoom = 256;
    private readonly WinsorisedDeviation deviation = new(rows, largest);
    private readonly long total = rows + otherRows;
    private readonly double share = ShareFor(rows + otherRows, most);

    // Arrays: a list of points would be compiled at run time, and called for every value.
    private Point[] bins = new Point[FirstRoom];
    private Point[]? exact = new Point[FirstRoom];
    private int binCount;
    private int exactCount;
    private long before;
    private long room;

    public void Add(double value, long baseline, long candidate)
    {
        var count = baseline + candidate;
        var point = new Point(value, baseline, candidate);
        if (exactCount == most)
        {
            exact = null;
        }

        if (exact is not null)
        {
            Append(ref exact, ref exactCount, point);
        }

        if (count <= room)
        {
            ref var last = ref bins[binCount - 1];
            var together = last.Baseline + last.Candidate + count;
            last = new Point(
                last.Value + ((value - last.Value) * ((double)count / together)),
                last.Baseline + baseline,
                last.Candidate + candidate
            );
            room -= count;
        }
        else
        {
            Append(ref bins, ref binCount, point);
            room = Size(before, total, share) - count;
        }

        before += count;
        deviation.Add(value, baseline);
    }

    public PairedDistribution Pair(string column)
    {
        var points = exact is null ? bins.AsSpan(0, binCount) : exact.AsSpan(0, exactCount);
        var (values, baseline, candidate) = (new double[points.Length], new long[points.Length], new long[points.Length]);
        for (var at = 0; at < points.Length; at++)
        {
            (values[at], baseline[at], candidate[at]) = points[at];
        }

        return new PairedDistribution
        {
            Column = column,
            Values = values,
            Baseline = baseline,
            Candidate = candidate,
            BaselineScale = deviation.Finish(),
        };
    }

    private static void Append(ref Point[] points, ref int count, Point point)
    {
        if (count == points.Length)
        {
            var more = new Point[2 * count];
            points.AsSpan().CopyTo(more);
            points = more;
        }

        points[count++] = point;
    }

    // Of the rows beyond the bin, towards the nearer end.
    private static long Size(long start, long total, double share) =>
        Math.Max(1, (long)(share * Math.Min(start, (total - start) / (1 + share))));

    // The smallest share that needs no more bins than there may be, where no value repeats.
    private static double ShareFor(long total, int most)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 40; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Bins(total, middle, most) > most ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static int Bins(long total, double share, int most)
    {
        var (bins, start) = (0, 0L);
        while (start < total && bins <= most)
        {
            start += Size(start, total, share);
            bins++;
        }

        return bins;
    }

    private readonly record struct Point(double Value, long Baseline, long Candidate);
}
